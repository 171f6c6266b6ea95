const opened = await model("story-1m", { forward }); // the cell above, on the same weights
await compareModels(story, opened, "Lily found a red box. She opened the");
