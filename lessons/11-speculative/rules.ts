import { acceptance, overlap, residual } from "./speculative";

/** A way to treat one drafted token: how likely it is kept, and what is drawn in its place. */
export interface Rule {
  /** Chance that token x is kept once drafted. `[V]` */
  keep: number[];
  /** What the target draws from otherwise. `[V]` */
  otherwise: number[];
}

/** The right rule, and wrong ones that look plausible. */
export const rules = {
  right: (p, q) => ({ keep: p.map((_, x) => kept(p, q, x)), otherwise: residual(p, q) }),
  noResidual: (p, q) => ({ keep: p.map((_, x) => kept(p, q, x)), otherwise: p }),
  wrongRatio: (p, q) => ({ keep: p.map((_, x) => kept(q, p, x)), otherwise: residual(p, q) }),
  greedy: (p, q) => {
    const favorite = p.indexOf(Math.max(...p));
    return { keep: p.map((_, x) => (x === favorite ? 1 : 0)), otherwise: residual(p, q) };
  },
  always: (p) => ({ keep: p.map(() => 1), otherwise: p }),
} satisfies Record<string, (p: number[], q: number[]) => Rule>;

export type RuleName = keyof typeof rules;

/** What comes out of a rule, exactly: q(x)·keep(x), and the rest of the mass spread as `otherwise` says. `[V]` */
export function outcome(q: readonly number[], { keep, otherwise }: Rule): number[] {
  const rejected = 1 - q.reduce((sum, prob, x) => sum + prob * keep[x], 0);
  return q.map((prob, x) => prob * keep[x] + rejected * otherwise[x]);
}

/** Total variation distance: the largest difference in probability that any set of tokens can have. 0 to 1. */
export function distance(a: readonly number[], b: readonly number[]): number {
  return Math.max(0, 1 - overlap(a, b));
}

/** As `acceptance`, where neither may ever propose the token. */
function kept(p: readonly number[], q: readonly number[], token: number): number {
  return q[token] === 0 ? 1 : acceptance(p, q, token);
}
