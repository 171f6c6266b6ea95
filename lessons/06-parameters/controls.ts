import { type ControlSpec, defineDemo } from "@/lib/controls/controls";
import { FOLLOWED, followed, type NumberName, numberNames, numbers } from "./design";
import { chips, type PresetName, presetNames, presetOf } from "./presets";
import { stringsFor } from "./strings";

const words = stringsFor("en");
const named = (names: readonly PresetName[]) =>
  Object.fromEntries(names.map((name) => [name, presetOf(name).name]));

/** A number of a design; one below its smallest value, it follows the model. */
const following = (name: NumberName): ControlSpec & { kind: "number" } => ({
  kind: "number",
  label: words.calculator.follows(words.calculator.sliders[name], followed(name)),
  min: followed(name),
  max: numbers[name].max,
  step: 1,
  initial: followed(name),
});
const choosing = ({ label, options }: { label: string; options: Record<string, string> }) =>
  ({
    kind: "choice",
    label,
    options: { [FOLLOWED]: words.calculator.asModel, ...options },
    initial: FOLLOWED,
  }) as const;

export const calculator = defineDemo({
  id: "calculator",
  title: words.calculator.title,
  controls: {
    model: { kind: "choice", label: words.preset, options: named(presetNames), initial: "gpt2" },
    ...Object.fromEntries(numberNames.map((name) => [numbers[name].name, following(name)])),
    "ffn-kind": choosing(words.calculator.gated),
    head: choosing(words.calculator.tied),
    biases: choosing(words.calculator.biases),
    norm: choosing(words.calculator.norm),
    table: { kind: "switch", label: words.calculator.asTable, initial: false },
  },
});

export const budget = defineDemo({
  id: "budget",
  title: words.budget.title,
  controls: {
    model: { kind: "choice", label: words.preset, options: named(presetNames), initial: "llama-7b" },
    context: { kind: "number", label: words.budget.context, min: 128, max: 2 ** 20, step: 1, initial: 4096 },
    batch: { kind: "number", label: words.budget.batch, min: 1, max: 1024, step: 1, initial: 1 },
    /** 0: as many as published, else 20 a parameter. */
    tokens: { kind: "number", label: words.budget.tokensAuto, min: 0, max: 1e14, step: 1, initial: 0 },
    chip: {
      kind: "choice",
      label: words.budget.chip,
      options: Object.fromEntries(Object.entries(chips).map(([id, { name }]) => [id, name])),
      initial: "a100",
    },
    chips: { kind: "number", label: words.budget.chips, min: 1, max: 65_536, step: 1, initial: 64 },
    utilization: {
      kind: "number",
      label: words.budget.utilization,
      min: 0.05,
      max: 1,
      step: 0.05,
      initial: 0.4,
    },
    recipe: { kind: "choice", label: words.budget.recipe, options: words.budget.recipes, initial: "mixed" },
  },
});

/** Those whose layer makes a picture that can be told apart. */
export const cutUp = [
  ...["story-1m", "dolly", "llama-7b", "mistral-7b", "llama-70b", "gemma", "mixtral", "gpt3"],
] as PresetName[];

export const squares = defineDemo({
  id: "squares",
  title: words.squares.title,
  controls: {
    model: { kind: "choice", label: words.preset, options: named(cutUp), initial: "dolly" },
    step: { kind: "choice", label: words.squares.steps, options: words.squares.names, initial: "norms" },
  },
});

export const tensors = defineDemo({
  id: "tensors",
  title: words.tensors.title,
  controls: { table: { kind: "switch", label: words.calculator.asTable, initial: false } },
});

/** By the tag that shows them. */
export const demos = { Budget: budget, Calculator: calculator, Squares: squares, Tensors: tensors };
