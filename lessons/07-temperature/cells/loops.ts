import { countRepeats } from "../repetition";
import { penalize, pick, softmax, uniform } from "../sampling";

/** Writes on, at most 40 tokens: penalty, temperature, draw. The text so far, and its token ids. */
async function writeOn(start: string, T: number, repetition: number, seed: number) {
  const [next, ids] = [uniform(seed), await story.tokenize(start)];
  for (let whole = start; ids.length < 45; ) {
    const scores = penalize(await story.logits(whole), ids, { repetition, presence: 0, frequency: 0 }); // [2048]
    const id = pick(softmax(scores, T), next());
    if (id === 0) break; // the model ends the text
    ids.push(id);
    whole += (await story.tokenTexts([id]))[0];
  }
  return ids;
}

const lists = "The capital of France is";
const begun = (await story.tokenize(lists)).length;
const runs = [];
for (const T of [0.1, 0.7, 1])
  for (const penalty of [1, 1.2]) {
    const ids = await writeOn(lists, T, penalty, 1);
    const { repeated, all } = countRepeats(ids, begun); // runs of four tokens
    runs.push({ T, penalty, repeated, of: all, text: (await story.tokenTexts(ids)).join("") });
  }
table(runs);
