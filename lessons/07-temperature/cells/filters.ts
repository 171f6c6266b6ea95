import { minP, softmax, topK, topP } from "../sampling";

const kept = (probs: number[]) => probs.filter((prob) => prob > 0).length;

const filtered = [];
for (const [name, logits] of Object.entries({ "Once upon a": sure, "your prompt": open }))
  for (const T of [1, 2]) {
    const probs = softmax(logits, T); // [2048]
    filtered.push({
      prompt: name,
      T,
      "top-k 10": kept(topK(probs, 10)),
      "top-p 0.9": kept(topP(probs, 0.9)),
      "min-p 0.1": kept(minP(probs, 0.1)),
    });
  }
table(filtered);
