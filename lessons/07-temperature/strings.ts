import { count, fixed, percent, significant } from "@/lib/plot/format";
import { printed } from "@/lib/plot/visible";
import type { Outcome } from "./experiment";
import { neutral, type Settings } from "./settings";
import type { Row, Summary } from "./summary";

const tokens = (number: number) => `${count(number)} ${number === 1 ? "token" : "tokens"}`;

/** Perplexity: the number of equally likely tokens with this entropy. */
const tokensWorth = (nats: number) => {
  const worth = Math.exp(nats);
  return worth < 9.95 ? `${fixed(worth, 1)} tokens` : tokens(Math.round(worth));
};

/** Words and sentences of this lesson's instruments. Other languages hold the same keys. */
const en = {
  special: { start: "start", end: "end of text" },
  quote: (text: string) => `“${text}”`,
  token: (text: string) => `“${printed(text)}”`,

  prompt: {
    label: "Prompt",
    count: (written: number) => `${tokens(written)} and the start token`,
    empty: "Empty: the model sees only the start token.",
    tokens: "Tokens of the prompt",
  },

  sliders: {
    temperature: { label: "temperature", words: { 0: "argmax" } },
    topK: { label: "top-k", words: { 0: "off" } },
    topP: { label: "top-p", words: { 1: "off", 0: "one token" } },
    minP: { label: "min-p", words: { 0: "off" } },
    repetition: { label: "repetition penalty", words: { 1: "off" } },
    presence: { label: "presence penalty", words: { 0: "off" } },
    frequency: { label: "frequency penalty", words: { 0: "off" } },
    seed: { label: "seed", words: {} },
  } satisfies Record<keyof Settings | "seed", { label: string; words: Record<number, string> }>,

  settings: (settings: Settings, seed?: number) => {
    const parts = [settings.temperature === 0 ? "argmax" : `T ${fixed(settings.temperature, 2)}`];
    if (settings.topK !== neutral.topK) parts.push(`top-k ${settings.topK}`);
    if (settings.topP !== neutral.topP) parts.push(`top-p ${settings.topP}`);
    if (settings.minP !== neutral.minP) parts.push(`min-p ${settings.minP}`);
    if (settings.repetition !== neutral.repetition) parts.push(`repetition ${settings.repetition}`);
    if (settings.presence !== neutral.presence) parts.push(`presence ${fixed(settings.presence, 1)}`);
    if (settings.frequency !== neutral.frequency) parts.push(`frequency ${fixed(settings.frequency, 1)}`);
    if (seed !== undefined) parts.push(`seed ${seed}`);
    return parts.join(" · ");
  },

  after: (prompt: string) =>
    prompt === "" ? "At the very start of a text comes" : `After “${prompt}” comes`,
  stale: {
    pending: "still the older prompt; the new one is being read…",
    waiting: "still the older prompt; the new one waits for the model",
    failed: "still the older prompt; the new one could not be read",
    again: "still from before the model changed; the prompt is being read again…",
  },

  /** What the filters did, in one sentence. */
  summary: (s: Summary) => {
    if (s.entropyBefore === 0 && s.kept === 1)
      return "Temperature 0 is argmax: one token holds all the mass, and there is nothing left to draw.";
    if (s.cutBy === undefined)
      return `All ${count(s.kept)} tokens can be drawn: no filter cuts, nothing is rescaled; entropy ${fixed(s.entropyBefore, 2)} nats.`;
    return (
      `${count(s.kept)} of ${count(s.vocabulary)} tokens kept, holding ${percent(s.mass)} of the mass; ` +
      `each survivor is scaled by ${fixed(1 / s.mass, 2)}; ` +
      `entropy ${fixed(s.entropyBefore, 2)} → ${fixed(s.entropyAfter, 2)} nats.`
    );
  },

  sampler: {
    title: "What comes next, and what may be drawn?",
    distribution: "The twenty most likely next tokens",
    rest: (tokens: number, kept: number) =>
      `the other ${count(tokens)} tokens${kept === tokens ? "" : kept === 0 ? ", none kept" : `, ${count(kept)} kept`}`,
    row: (row: Row, name: string) =>
      row.removedBy
        ? `${name}, rank ${row.rank}, ${percent(row.before)}, removed by ${row.removedBy}`
        : `${name}, rank ${row.rank}, ${percent(row.before)} before filtering, ${percent(row.after)} drawn with`,
    cut: "cut",
    more: "Penalties and seed",
    presets: { label: "Presets", greedy: "greedy", careful: "careful", plain: "as is", wild: "wild" },
    reset: "Reset all",
    legend: {
      after: "drawn with",
      before: "before filtering",
      out: "removed",
      own: "the model alone, T = 1",
    },
    exact: {
      rank: "rank",
      id: "id",
      logit: "logit",
      own: "model alone",
      before: "before filters",
      after: "drawn with",
      out: "removed by",
    },
    value: significant,
    asTable: "Show as table",
    asBars: "Show as bars",
    allRows: (tokens: number) => `Show all ${count(tokens)} tokens`,
    table: "Next-token distribution",
  },

  write: {
    button: (tokens: number) => `Write ${tokens} tokens`,
    stop: "Stop",
    seed: (seed: number) => `seed ${seed}`,
    nextSeed: "Next seed",
    copy: "Copy the text",
    copied: "Copied",
    use: "Use as prompt",
    stream: "Written tokens",
    hint: "Each tile is tinted by the probability it was drawn with. Pick one to see what else it could have been.",
    waiting: "Waiting for the model…",
    with: (settings: string) => `Written with ${settings}.`,
    changed: "Prompt or settings have changed since; write again to see their effect.",
    ended: "The model ended the text here.",
    stopped: "Stopped.",
    done: (written: number, milliseconds: number) =>
      written === 0 ? "No token written." : `${tokens(written)}, ${fixed(milliseconds, 1)} ms each.`,
    plain: "Plain text",
    failed: (reason: string) => `Writing stopped: ${reason}`,
  },

  alternatives: {
    title: (position: number) => `Token ${position}: what else could it have been?`,
    drawn: (u: number, [from, to]: readonly [number, number]) =>
      `The seed gave u = ${fixed(u, 4)}. Laid end to end in the order of their ids, the kept tokens fill 0 to 1; this one holds ${fixed(from, 4)} to ${fixed(to, 4)}, where u fell.`,
    caption: "The ten most likely tokens at this point",
    token: "token",
    before: "before filtering",
    after: "drawn with",
    out: "removed by",
    chosen: "drawn",
    close: "Close",
  },

  compare: {
    title: "Two settings, one prompt: how far apart are they?",
    names: ["A", "B"] as const,
    difference: (a: Summary, b: Summary, distance: number) =>
      `A keeps ${tokens(a.kept)} (entropy ${fixed(a.entropyAfter, 2)} nats), B ${count(b.kept)} ` +
      `(${fixed(b.entropyAfter, 2)} nats). Their total variation distance is ${fixed(distance, 3)}: ` +
      (distance < 0.0005
        ? "they draw alike."
        : `however their dice are coupled, at least ${percent(distance)} of their draws differ.`),
    bars: "The same tokens under A and B",
    both: (tokens: number) => `Write ${tokens} tokens with both`,
    rest: (tokens: number) => `other ${count(tokens)}`,
    row: (name: string, a: number, b: number) => `${name}: ${percent(a)} under A, ${percent(b)} under B`,
    tokens: "token",
  },

  curve: {
    title: "What does temperature do to certainty?",
    slider: "temperature",
    entropy: "entropy, nats",
    top: "probability of the top token",
    uniform: (vocabulary: number) => `uniform: ln ${count(vocabulary)} = ${fixed(Math.log(vocabulary), 2)}`,
    chance: (vocabulary: number) => `uniform: 1/${count(vocabulary)}`,
    argmax: "argmax: 1",
    argmaxEntropy: "argmax: 0",
    axis: "temperature, 0 to ∞; 1 stands in the middle",
    place: (places: number) => `temperature: ${places / 2} is T = 1, ${places} is ∞`,
    others: "Entropy after other prompts, computed when this page was built",
    nats: (entropy: number) => `${fixed(entropy, 2)} nats`,
    /** The point under the marker, in words. */
    reading: (temperature: number, entropy: number, top: number, token: string) =>
      `At T = ${temperature === Number.POSITIVE_INFINITY ? "∞" : fixed(temperature, 2)} the entropy is ` +
      `${fixed(entropy, 2)} nats (${fixed(entropy / Math.LN2, 2)} bits), as if choosing evenly among ${tokensWorth(entropy)}; ` +
      `${token} gets ${percent(top)}.`,
    tube: "Share of each token at this temperature",
    rest: "all others",
  },

  facts: {
    title: "How often does a known fact come out wrong?",
    temperature: "temperature",
    filter: (p: number) => `top-p ${p}`,
    draws: "draws a fact",
    again: "Draw again",
    reset: "Reset all",
    chart: (facts: number, draws: number) =>
      `wrong answers among ${count(facts)} facts × ${count(draws)} draws (dots, with 95% intervals), and as computed (line)`,
    summary: ({ temperature, draws, wrong, interval: [from, to], expected }: Outcome) =>
      `At T = ${fixed(temperature, 1)}, ${count(wrong)} of ${count(draws)} answers came out wrong: ` +
      `${percent(wrong / draws)}, with a 95% interval from ${percent(from)} to ${percent(to)}. ` +
      `Computed exactly: ${percent(expected)}.`,
    rows: (temperature: number) => `What was drawn at T = ${fixed(temperature, 1)}`,
    columns: { fact: "fact", answer: "known answer", wrong: "wrong", instead: "drawn instead" },
    wrong: (wrong: number, draws: number) => `${count(wrong)} of ${count(draws)}`,
    others: (others: number) => `${count(others)} × another`,
    times: (times: number) => `${count(times)} ×`,
    all: (facts: number) => `Show all ${count(facts)} facts`,
    fewer: "Show the worst six",
    table: "All temperatures as a table",
    temperatures: {
      temperature: "temperature",
      wrong: "wrong",
      share: "share",
      interval: "95% interval",
      expected: "computed",
    },
    interval: ([from, to]: readonly [number, number]) => `${percent(from)} to ${percent(to)}`,
    share: percent,
    degrees: (temperature: number) => fixed(temperature, 1),
    measured: (passes: number, milliseconds: number, device: string) =>
      `${count(passes)} forward passes in ${fixed(milliseconds, 0)} ms on ${device === "webgpu" ? "WebGPU" : "WASM"}; ` +
      "all draws are made here, from their logits",
    reference: "logits computed when this page was built; all draws are made here",
    failed: (reason: string) => `The facts could not be read: ${reason}`,
  },

  status: {
    reference: "computed when this page was built",
    measured: (milliseconds: number, device: string) =>
      `one forward pass in ${fixed(milliseconds, 1)} ms on ${device === "webgpu" ? "WebGPU" : "WASM"}`,
    passes: (passes: number) =>
      `the network has run ${count(passes)} ${passes === 1 ? "time" : "times"} here`,
    failed: (reason: string) => `The new prompt could not be read: ${reason}`,
  },
};

export type LessonStrings = typeof en;

/** This lesson's strings in a language, in English until somebody has translated them. */
export function stringsFor(_locale: string): LessonStrings {
  return en;
}
