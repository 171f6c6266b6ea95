import { minP, ranking, softmax, topK, topP } from "../sampling";

const named = await story.logits("Her name was"); // [2048]
const cuts = {
  "top-k 10": (probs: number[]) => topK(probs, 10),
  "top-p 0.9": (probs: number[]) => topP(probs, 0.9),
  "min-p 0.1": (probs: number[]) => minP(probs, 0.1),
};

const filtered = [];
for (const [after, logits] of Object.entries({
  "Once upon a": sure,
  "Her name was": named,
  "your prompt": open,
}))
  for (const [filter, cut] of Object.entries(cuts))
    for (const T of [1, 2]) {
      const probs = softmax(logits, T); // [2048]
      const ids = cut(probs).flatMap((prob, id) => (prob > 0 ? [id] : []));
      const mass = ids.reduce((sum, id) => sum + probs[id], 0);
      const [least] = await story.tokenTexts(ranking(probs, ids).slice(-1));
      filtered.push({ after, filter, T, kept: ids.length, "of the mass": mass, "least likely kept": least });
    }
table(filtered);
