import type { Choice } from "@/lib/model/generate";
import { pick, softmax } from "./sampling";
import { distribution, type Settings } from "./settings";
import { intervalOf, type Row, toRows } from "./summary";

/** How one token came to be drawn: enough to show what else could have been. */
export interface Draw {
  /** The random number, in [0, 1). */
  u: number;
  /** The stretch of [0, 1) that belonged to the drawn token, tokens standing in the order of their ids. */
  interval: [from: number, to: number];
  /** The best ten, and the drawn token where it is not among them. */
  rows: Row[];
  /** Index of the drawn token in `rows`. */
  drawn: number;
}

/**
 * The sampler in one step: logits → distribution → token. `tokens` are those of prompt and text so far,
 * start token included; the start token is no text, so penalties leave it alone.
 */
export function draw(
  logits: readonly number[],
  tokens: readonly number[],
  settings: Settings,
  u: number,
): Choice<Draw> {
  const found = distribution(logits, tokens.slice(1), settings);
  const token = pick(found.after, u);
  const all = toRows(found, softmax(logits), found.order);
  const best = all.slice(0, 10);
  const inBest = best.findIndex((row) => row.id === token);
  const rows = inBest < 0 ? [...best, all.find((row) => row.id === token)!] : best;
  return {
    token,
    extra: {
      u,
      interval: intervalOf(found.after, token),
      rows,
      drawn: inBest < 0 ? rows.length - 1 : inBest,
    },
  };
}
