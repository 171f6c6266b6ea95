import { ranking, softmax } from "../sampling";

const story = await model("story-1m");
const open = await story.logits(prompt); // [2048]
const top = ranking(softmax(open)).slice(0, 12); // ids of the 12 largest logits

const temperatures = [0, 0.25, 0.5, 1, 1.5, 2, 5, 20];
const probs = temperatures.map((T) => softmax(open, T)); // [8, 2048]

heatmap(
  top.map((id) => probs.map((row) => row[id])), // [12, 8]
  { rowLabels: await story.tokenTexts(top), columnLabels: temperatures.map((T) => `T = ${T}`) },
);
