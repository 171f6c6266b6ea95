import { count, fixed, percent, significant } from "@/lib/plot/format";
import { printed } from "@/lib/plot/visible";
import type { Experiment } from "./exact";
import type { RuleName } from "./rules";
import type { Fate, Piece, Tally } from "./view";

const tokens = (number: number) => `${count(number)} ${number === 1 ? "token" : "tokens"}`;
const rounds = (number: number) => `${count(number)} ${number === 1 ? "round" : "rounds"}`;
const times = (factor: number) => `${fixed(factor, 2)} times`;
const milliseconds = (value: number) => `${significant(value, 3)} ms`;

const fates: Record<Fate, string> = {
  first: "from reading the prompt",
  accepted: "drafted, accepted",
  rejected: "drafted, rejected",
  corrected: "the target’s correction",
  added: "the target’s own, behind what was kept",
};

export interface Clock {
  /** Milliseconds a written token. */
  plain: number;
  rounds: number;
  /** Time of a drafted token and of a check, in tokens of the target. */
  c: number;
  check: number;
  /** What the formula makes of the acceptance rate and c; and with the measured time of a check. */
  formula: number;
  adjusted: number;
}

/** Words and sentences of this lesson's instruments. Other languages hold the same keys. */
const en = {
  prompt: {
    label: "Prompt",
    count: (length: number) => `${tokens(length)} and the start token`,
    empty: "Empty: the models see only the start token.",
  },
  stop: "Stop",
  /** Why what is shown belongs to something older. */
  older: "still the older prompt; the new one is being read…",

  rounds: {
    title: "How many guesses does the target keep?",
    kind: "kind of text",
    own: "your own",
    gamma: { label: "γ, tokens drafted a round", hint: "0 is plain decoding." },
    temperature: { label: "temperature" },
    seed: { label: "seed" },
    start: (limit: number) => `Write ${limit} tokens`,
    nextSeed: "Next seed",
    stream: "What was written, round by round",
    legend: "What became of each token",
    fates,
    piece: ({ text, fate, p, q }: Piece) =>
      `${printed(text)}: ${fates[fate]}; target ${percent(p)}${q === undefined ? "" : `, draft ${percent(q)}`}`,
    special: "end of text",
    status: {
      waiting: "Waiting for the two models…",
      rounds: "Drafting and checking…",
      plain: "The target alone, one token at a time…",
      clock: "Both again, nothing drawn, for the clock…",
      done: "",
      stopped: "Stopped; what had been written stays.",
      failed: "",
    },
    failed: (reason: string) => `The run ended early: ${reason}`,
    older: "Below is the run with the earlier settings.",
    summary: ({ rounds: made, tokens: written, judged, accepted, rate, perRound }: Tally, formula: number) =>
      made === 0
        ? "Nothing was drafted: every token took a pass of the target of its own."
        : `${rounds(made)} wrote ${tokens(written)}, ${fixed(perRound, 2)} a round. The target judged ${count(judged)} of the draft’s tokens ` +
          `and kept ${count(accepted)}, ${percent(rate)}. With that rate the formula below expects ${fixed(formula, 2)} a round.`,
    same: "At temperature 0 the target alone writes the very same text, token for token.",
    other: "The target alone wrote another text: at this temperature both are draws from one distribution.",
    differs:
      "At temperature 0 the target alone wrote another text. Two tokens were so close that rounding decided; please report this prompt.",
    clock: ({ plain, rounds: fast, c, check, formula, adjusted }: Clock) =>
      `By the clock: ${milliseconds(plain)} a token alone, ${milliseconds(fast)} in rounds, ${times(plain / fast)} as fast. ` +
      `A drafted token took ${fixed(c, 2)} and a check ${fixed(check, 2)} of a plain token’s time. ` +
      `The formula, with this acceptance rate and cost, gives ${times(formula)}; with the check’s true price, ${times(adjusted)}.`,
    noClock: "No clock ran when this page was built. Write to measure the speed here.",
    table: "The rounds as a table",
    columns: {
      round: "round",
      kept: "accepted",
      struck: "rejected",
      added: "by the target",
      chance: "chance kept",
    },
    built: "written when this page was built",
    measured: (device: string, target: string) =>
      `both models on ${device === "webgpu" ? "WebGPU" : "WASM"}, each in a worker of its own; ${target} has the last word`,
  },

  exact: {
    title: "Does the text come out as the target alone would write it?",
    rule: "how a draft is judged",
    rules: {
      right: "min(1, p/q), else the residual",
      noResidual: "min(1, p/q), else draw from p again",
      wrongRatio: "min(1, q/p), else the residual",
      greedy: "keep only the target’s favorite",
      always: "keep everything",
    } satisfies Record<RuleName, string>,
    samples: "draws",
    temperature: { label: "temperature" },
    seed: { label: "seed" },
    next: "Next seed",
    bars: "How often each token should come, and how often it came",
    names: ["target", "drawn"] as const,
    rest: (number: number) => `other ${count(number)}`,
    summary: ({ statistic, freedom, pValue, overlap, kept, off }: Experiment, samples: number) => {
      const drawn = `${count(samples)} draws; ${percent(kept / samples)} of the drafts kept (both models share ${percent(overlap)}). `;
      if (freedom === 0)
        return `${drawn}At this temperature the target allows one token${pValue === 0 ? ", and others came out: wrong." : ", and it came out every time."}`;
      const p = pValue < 0.0001 ? "below 0.0001" : fixed(pValue, 4);
      const verdict =
        pValue < 0.001
          ? "The target would hardly ever draw like this: these are not its draws."
          : pValue < 0.05
            ? "Once in twenty seeds a fair sample looks as odd. Try the next ones."
            : "The target’s own draws would look no better.";
      return (
        `${drawn}χ² = ${Number.isFinite(statistic) ? fixed(statistic, 1) : "∞"} with ${freedom} degrees of freedom, p-value ${p}. ${verdict} ` +
        (off < 1e-9
          ? "Worked out exactly, the rule’s distribution is the target’s."
          : `Worked out exactly, ${percent(off)} of the probability is in the wrong place.`)
      );
    },
    status: (device: string | undefined) =>
      device === undefined
        ? "distributions computed when this page was built; draws made here"
        : `distributions from ${device === "webgpu" ? "WebGPU" : "WASM"}; draws made here`,
    failed: (reason: string) => `The new prompt could not be read: ${reason}`,
    label: (prompt: string) => `The next token after “${prompt}”`,
  },

  payoff: {
    title: "When does guessing ahead pay?",
    alpha: { label: "α, chance that a guess is kept" },
    c: { label: "c, cost of a guess", hint: "In tokens of the target." },
    check: { label: "cost of a check", hint: "1 where reading the weights is what takes time." },
    presets: {
      label: "Examples",
      note: "the note’s assistant",
      twice: "enough for twice",
      ours: "this pair, our machine",
    },
    caption: (most: number) => `Times as fast as the target alone, for γ = 0 to ${most}`,
    plain: "plain decoding: 1",
    marker: (gamma: number, speed: number) => `γ = ${gamma}: ${fixed(speed, 2)}`,
    summary: (gamma: number, speed: number, perRound: number, ceiling: number) =>
      gamma === 0
        ? "No γ pays here: every guess costs more than it is likely to save."
        : `Best is γ = ${gamma}: a round yields ${fixed(perRound, 2)} tokens on average and takes ${fixed(perRound / speed, 2)} tokens’ time, so text comes ${times(speed)} as fast. ` +
          `Even free guesses could not do better than ${times(ceiling)} at this γ.`,
    table: "All γ as a table",
    columns: { gamma: "γ", tokens: "tokens a round", time: "time of a round", speed: "times as fast" },
    status: "computed from the formula, in this page; α is taken to be the same for every guess",
  },
};

export type LessonStrings = typeof en;

/** This lesson's strings in a language, in English until somebody has translated them. */
export function stringsFor(_locale: string): LessonStrings {
  return en;
}
