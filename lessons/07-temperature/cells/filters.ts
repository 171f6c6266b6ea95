import { model, table } from "glassbox";
import { minP, softmax, topK, topP } from "../sampling";

const story = await model("story-1m");
const kept = (probs: number[]) => probs.filter((prob) => prob > 0).length;

const rows = [];
for (const prompt of ["Once upon a", "Lily opened the box and found a"])
  for (const T of [1, 2]) {
    const probs = softmax(await story.logits(prompt), T); // [2048]
    rows.push({
      prompt,
      T,
      "top-k 10": kept(topK(probs, 10)),
      "top-p 0.9": kept(topP(probs, 0.9)),
      "min-p 0.1": kept(minP(probs, 0.1)),
    });
  }
table(rows);
