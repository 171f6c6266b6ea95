import { defineDemo } from "@/lib/controls/controls";
import { mostDrafted, opening } from "./presets";
import { stringsFor } from "./strings";

const words = stringsFor("en");
const prompt = { kind: "text", label: words.prompt.label, maxLength: 2_000 } as const;
const temperature = {
  kind: "number",
  label: words.rounds.temperature.label,
  min: 0,
  max: 2,
  step: 0.1,
} as const;
const seed = { kind: "number", label: words.rounds.seed.label, min: 0, max: 999, step: 1 } as const;

export const rounds = defineDemo({
  id: "rounds",
  title: words.rounds.title,
  controls: {
    prompt: { ...prompt, initial: opening.rounds.prompt },
    gamma: {
      kind: "number",
      label: words.rounds.gamma.label,
      min: 0,
      max: mostDrafted,
      step: 1,
      initial: opening.rounds.gamma,
    },
    temperature: { ...temperature, initial: opening.rounds.temperature },
    seed: { ...seed, initial: opening.rounds.seed },
  },
});

export const exact = defineDemo({
  id: "exact",
  title: words.exact.title,
  controls: {
    prompt: { ...prompt, initial: opening.exact.prompt },
    rule: { kind: "choice", label: words.exact.rule, options: words.exact.rules, initial: "right" },
    samples: {
      kind: "choice",
      label: words.exact.samples,
      options: { "1000": "1,000", "10000": "10,000", "100000": "100,000" },
      initial: String(opening.exact.samples),
    },
    temperature: { ...temperature, initial: opening.exact.temperature },
    seed: { ...seed, initial: opening.exact.seed },
  },
});

export const payoff = defineDemo({
  id: "payoff",
  title: words.payoff.title,
  controls: {
    alpha: {
      kind: "number",
      label: words.payoff.alpha.label,
      min: 0,
      max: 1,
      step: 0.01,
      initial: opening.payoff.alpha,
    },
    c: { kind: "number", label: words.payoff.c.label, min: 0, max: 1, step: 0.01, initial: opening.payoff.c },
    check: {
      kind: "number",
      label: words.payoff.check.label,
      min: 1,
      max: 8,
      step: 0.1,
      initial: opening.payoff.check,
    },
  },
});

/** By the tag that shows them. */
export const demos = { Rounds: rounds, Exact: exact, Payoff: payoff };
