import { countRepeats } from "../repetition";
import { penalize, pick, softmax, uniform } from "../sampling";

const writer = await model("story-1m"); // of its own: nothing here waits for your prompt

/** Penalty, temperature, draw, 40 times or until the model ends the text: the token ids of all of it. */
async function writeOn(start: string, T: number, repetition: number, seed: number) {
  const [next, ids] = [uniform(seed), await writer.tokenize(start)];
  const end = ids.length + 40;
  for (let whole = start; ids.length < end; ) {
    const scores = penalize(await writer.logits(whole), ids, { repetition, presence: 0, frequency: 0 }); // [2048]
    const id = pick(softmax(scores, T), next());
    if (id === 0) break; // the model ends the text
    ids.push(id);
    whole += (await writer.tokenTexts([id]))[0];
  }
  return ids;
}

const lists = "The capital of France is";
const begun = (await writer.tokenize(lists)).length;
const runs = [];
for (const T of [0.1, 0.7, 1])
  for (const penalty of [1, 1.2]) {
    const ids = await writeOn(lists, T, penalty, 1);
    const { repeated, all } = countRepeats(ids, begun); // runs of four tokens
    runs.push({ T, penalty, repeated, of: all, text: (await writer.tokenTexts(ids)).join("") });
  }
table(runs);
