import { count, fixed, percent } from "@/lib/plot/format";
import type { HeadMeasures, Place } from "./heads";
import { habitOf } from "./heads";
import type { Experiment } from "./scale";
import type { HeadAddress } from "./view";

const whole = (share: number) =>
  share > 0 && share < 0.005 ? "<1%" : share < 1 && share >= 0.995 ? ">99%" : `${Math.round(share * 100)}%`;
const signed = (value: number, decimals: number) => `${value < 0 ? "" : "+"}${fixed(value, decimals)}`;
const tokens = (number: number) => `${count(number)} ${number === 1 ? "token" : "tokens"}`;

const placeNames: Record<Place, string> = {
  first: "the start token",
  previous: "the token just before",
  itself: "the token itself",
  same: "earlier copies of the same token",
  after: "what followed an earlier copy",
};

const short: Record<Place | "spread", string> = {
  first: "start",
  previous: "previous",
  itself: "itself",
  same: "copies",
  after: "after copies",
  spread: "spread",
};

/** "93% to the start token", for the kinds of key that this text has, largest first. */
function shareList({ shares, counts }: HeadMeasures, without?: Place): string[] {
  return (Object.keys(placeNames) as Place[])
    .filter((place) => counts[place] > 0 && place !== without)
    .sort((a, b) => shares[b] - shares[a])
    .map((place) => `${whole(shares[place])} to ${placeNames[place]}`);
}

/** Words and sentences of this lesson's instruments. Other languages hold the same keys. */
const en = {
  start: "‹start›",
  end: "end of text",
  quote: (text: string) => `“${text}”`,

  text: {
    label: "Text",
    note: (length: number) =>
      length === 1
        ? "Empty: the model sees only the start token."
        : `${tokens(length - 1)} and the start token`,
  },
  stale: {
    pending: "still the older text; the new one is being read…",
    waiting: "still the older text; the new one waits for the model",
    failed: "still the older text; the new one could not be read",
    again: "still from before the model changed; the text is being read again…",
  },

  heads: {
    title: "Who looks at whom?",
    all: "All heads: a row for each query, a column for each key",
    layer: (layer: number) => `layer ${layer}`,
    head: "head enlarged",
    nameOf: (layer: number, head: number) => `layer ${layer}, head ${head}`,
    queryAt: "query, counted from 0",
    keyAt: "key, counted from 0",
    caption: (measures: HeadMeasures) => {
      const habit = habitOf(measures);
      return habit === "spread" ? short.spread : `${short[habit]} ${whole(measures.shares[habit])}`;
    },
    /** What a head does on this text, by measurement. */
    sentence: (layer: number, head: number, measures: HeadMeasures) => {
      const name = `Layer ${layer}, head ${head}`;
      if (measures.counts.first === 0)
        return `${name}: there is only one token, and it can look only at itself.`;
      const habit = habitOf(measures);
      const rest = shareList(measures, habit === "spread" ? undefined : habit);
      const looks = `A query looks at ${fixed(measures.keys, 1)} keys, of ${fixed(measures.evenKeys, 1)} in sight.`;
      return habit === "spread"
        ? `${name} has no single habit here: ${rest.join(", ")}. ${looks}`
        : `${name} gives ${whole(measures.shares[habit])} of its attention to ${placeNames[habit]}; ${rest.join(", ")}. ${looks}`;
    },
    queries: "query ↓",
    keys: "key →",
    reading: (query: string, key: string, weight: number | undefined) =>
      `${query} looks at ${key}: ${weight === undefined ? "hidden by the mask" : percent(weight)}`,
    mask: "causal mask",
    hint: "Point at a cell, or walk with the arrow keys. Hatched: keys that come later, hidden by the mask.",
    unmasked:
      "The same q and k without the mask: what this head would take from tokens that come later. The model was never trained to see this.",
    gap: (gap: number) =>
      `rebuilt here from residual stream and weights; largest difference from the model’s own maps ${gap.toExponential(1).replace("-", "−")}`,
  },

  working: {
    row: (query: string) => `What ${query} makes of every key`,
    key: "key",
    masked: "masked",
    pair: (query: string, key: string) => `${query} as query, ${key} as key`,
    products: (d_k: number) => `the sum of these ${d_k} products`,
    share: (share: string) => `after softmax over the row: ${share}`,
    hidden: "comes later: the mask makes it −∞, and softmax makes that 0",
    taken: (key: string) => `what is taken from ${key}`,
    sum: (query: string) => `what this head hands on to ${query}`,
    later: "The single products come with the model.",
  },

  ablate: {
    title: "What if a head were silent?",
    heads: "Heads: press one to turn it off or on again",
    head: ([layer, head]: HeadAddress, on: boolean) => `Layer ${layer}, head ${head}, ${on ? "on" : "off"}`,
    layer: (layer: number) => `layer ${layer}`,
    allOn: "All on",
    offLine: "heads turned off, such as 3.2 for layer 3, head 2",
    wholeLayer: (layer: number, on: boolean) => `Layer ${layer} ${on ? "on" : "off"}`,
    names: ["all", "cut"] as const,
    bars: "The likeliest next tokens with all heads, and without those turned off",
    rest: "all others",
    summary: (off: number, divergence: number, { before, after }: { before: number; after: number }) =>
      off === 0
        ? `All heads are on. The loss over this text is ${fixed(before, 3)} nats a token.`
        : `${off === 1 ? "One head is" : `${off} heads are`} off: the next-token prediction moves by ${fixed(divergence, 3)} nats (KL divergence); ` +
          `the loss over the text goes from ${fixed(before, 3)} to ${fixed(after, 3)} nats a token (${signed(after - before, 3)}).`,
    better: "On this text the model does better without.",
    try: "Try every head",
    stop: "Stop",
    trying: (done: number, all: number) => `${done} of ${all}…`,
    ranked: "One head off at a time, worst first",
    ranking: {
      head: "head",
      divergence: "prediction moves by",
      rise: "loss changes by",
    },
    name: ([layer, head]: HeadAddress) => `layer ${layer}, head ${head}`,
    nats: (value: number) => fixed(value, 3),
    change: (value: number) => signed(value, 3),
    outdated: "This ranking belongs to an older text; try again.",
    stopped: (done: number) => `Stopped after ${done}.`,
    failed: (reason: string) => `Stopped: ${reason}`,
  },

  scale: {
    title: "Why divide before the softmax?",
    slider: "components of q and k, d_k",
    without: "softmax(q·k)",
    with: "softmax(q·k / √d_k)",
    rows: "Shares a query gives to 16 random keys, from the largest down; average of 100 queries",
    again: "Draw again",
    seed: (seed: number) => `seed ${seed}`,
    variance: "variance of q · k",
    keys: "keys looked at, of 16",
    gradient: "typical gradient (even shares: 1)",
    summary: ({ d_k, variance, plain, scaled }: Experiment) =>
      `With ${d_k} ${d_k === 1 ? "component" : "components"} the dot products have variance ${fixed(variance, 1)}. ` +
      `Unscaled, a query looks at ${fixed(plain.keys, 1)} of 16 keys and the typical gradient is ${small(plain.typicalGradient)}; ` +
      `divided by √${d_k}, ${fixed(scaled.keys, 1)} keys and ${small(scaled.typicalGradient)}.`,
    status: "100 queries with 16 keys each, components drawn at random with mean 0 and variance 1",
    legend: { plain: "without the scale", scaled: "with it" },
    value: small,
    axis: (low: string, high: string) => `${low}–${high}, log`,
  },

  kinds: {
    title: "Three kinds of attention in the first Transformer",
    encoder: { name: "encoder self-attention", says: "every word sees every word" },
    decoder: { name: "decoder self-attention", says: "masked: no word sees a later one" },
    cross: { name: "cross-attention", says: "Q from the decoder; K and V from the encoder" },
    source: ["the", "red", "ball"],
    target: ["‹start›", "der", "rote", "Ball"],
  },

  split: {
    title: "One vector of 128 numbers, four heads of 32",
    head: (head: number) => `head ${head}`,
    steps: ["split", "attend", "join, then mix with c_proj"] as const,
  },

  status: {
    reference: "computed when this page was built",
    measured: (milliseconds: number, device: string) =>
      `one forward pass in ${fixed(milliseconds, 1)} ms on ${device === "webgpu" ? "WebGPU" : "WASM"}`,
    failed: (reason: string) => `The new text could not be read: ${reason}`,
  },
};

/** Two decimals, or more where two would show nothing. */
function small(value: number): string {
  if (value >= 0.1 || value === 0) return fixed(value, 2);
  return value >= 0.001 ? fixed(value, 4) : value.toExponential(1).replace("-", "−");
}

export type LessonStrings = typeof en;

/** This lesson's strings in a language, in English until somebody has translated them. */
export function stringsFor(_locale: string): LessonStrings {
  return en;
}
