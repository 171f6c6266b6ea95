import { defineDemo } from "@/lib/controls/controls";
import { logbook, opening, rates } from "./presets";
import { stringsFor } from "./strings";

const words = stringsFor("en");
const strength = (label: string, initial: number) =>
  ({ kind: "number", label, min: -1, max: 2, step: 0.1, initial }) as const;

export const train = defineDemo({
  id: "train",
  title: words.train.title,
  controls: {
    text: { kind: "text", label: words.train.text, maxLength: 12_000, initial: logbook },
    method: { kind: "choice", label: words.train.method, options: words.train.methods, initial: "lora" },
    rank: { kind: "number", label: words.train.rank, min: 1, max: 64, step: 1, initial: 4 },
    alpha: { kind: "number", label: words.train.alpha, min: 1, max: 128, step: 1, initial: 8 },
    matrices: {
      kind: "choice",
      label: words.train.matrices,
      options: words.train.matrixChoices,
      initial: "all",
    },
    steps: { kind: "number", label: words.train.steps, min: 1, max: 200, step: 1, initial: 32 },
    rate: {
      kind: "choice",
      label: words.train.rate,
      options: Object.fromEntries(rates.map((rate) => [rate, rate])),
      initial: "0.005",
    },
    strength: strength(words.effect.strength, opening.train.strength),
    prompt: { kind: "text", label: words.effect.prompt, maxLength: 500, initial: opening.train.prompt },
  },
});

export const mix = defineDemo({
  id: "mix",
  title: words.mix.title,
  controls: {
    pirate: strength(words.mix.names.pirate, opening.mix.pirate),
    telegram: strength(words.mix.names.telegram, opening.mix.telegram),
    sorting: strength(words.mix.names.sorting, opening.mix.sorting),
    "mix-prompt": { kind: "text", label: words.mix.prompt, maxLength: 500, initial: opening.mix.prompt },
  },
});

export const compare = defineDemo({
  id: "compare",
  title: words.compare.title,
  controls: {
    "study-step": { kind: "number", label: words.compare.step, min: 0, max: 48, step: 1, initial: 48 },
  },
});

/** By the tag that shows them. */
export const demos = { Compare: compare, Mix: mix, Train: train };
