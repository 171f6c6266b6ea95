import type { LanguageModel } from "@/lib/model/language-model";
import type { CellServices } from "@/lib/notebook/services";
import { sharedModel } from "./shared-model";

/** Longest text for `allLogits`, start token not counted. */
const longest = 64;

/**
 * What cells may ask of this page: the same copy of a model that its demos use. `allowed` names the models
 * of the lesson; a cell cannot fetch others.
 */
export function cellServices(allowed: readonly string[]): CellServices {
  const open = (signal: AbortSignal, name: string): Promise<LanguageModel> => {
    if (allowed.includes(name)) return sharedModel(name).ready(signal);
    throw new RangeError(
      `There is no model "${name}" in this lesson; there is ${allowed.join(", ") || "none"}.`,
    );
  };
  const allLogits = async (signal: AbortSignal, name: string, text: string, limit: number) => {
    const model = await open(signal, name);
    const [start, ...rest] = model.encode(text);
    if (rest.length > limit)
      throw new RangeError(`allLogits reads at most ${limit} tokens at once; this text has ${rest.length}.`);
    const tokens = [start, ...rest.slice(-(model.contextLength - 1))];
    const { logits } = await model.trace(signal, tokens);
    const V = model.vocabularySize;
    return tokens.map((_, t) => logits.subarray(t * V, (t + 1) * V));
  };
  return {
    async model(signal, { model }) {
      return { vocabularySize: (await open(signal, model)).vocabularySize };
    },
    async tokenize(signal, { model, text }) {
      return (await open(signal, model)).tokenizer.encode(text);
    },
    async tokenTexts(signal, { model, tokens }) {
      const { tokenizer } = await open(signal, model);
      return tokens.map((token) => tokenizer.text(token));
    },
    async logits(signal, { model, text }) {
      const rows = await allLogits(signal, model, text, Infinity);
      return rows[rows.length - 1];
    },
    allLogits: (signal, { model, text }) => allLogits(signal, model, text, longest),
  };
}
