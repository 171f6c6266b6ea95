import { seeded, uniform } from "./chance";
import { type ChiSquare, chiSquare } from "./chi-square";
import { distance, outcome, type RuleName, rules } from "./rules";
import { overlap } from "./speculative";

export interface Experiment extends ChiSquare {
  /** How often each token came out. `[V]` */
  counts: number[];
  /** Drafts kept. */
  kept: number;
  /** Σ min(p, q). */
  overlap: number;
  /** How far the rule's exact outcome is from the target's distribution, 0 to 1. */
  off: number;
}

/** Draws one token `samples` times by a rule, and tests whether the target could have drawn them. */
export function experiment(
  p: number[],
  q: number[],
  { rule, samples, seed }: { rule: RuleName; samples: number; seed: number },
): Experiment {
  const { keep, otherwise } = rules[rule](p, q);
  const chance = seeded(seed);
  const next = uniform(seed + 0x9e3779b9);
  const [drawDraft, drawOther] = [sampler(q, next), sampler(otherwise, next)];
  const counts = p.map(() => 0);
  let kept = 0;
  for (let i = 0; i < samples; i++) {
    const drafted = drawDraft();
    if (chance.happens(keep[drafted])) {
      counts[drafted]++;
      kept++;
    } else counts[drawOther()]++;
  }
  return {
    ...chiSquare(counts, p),
    counts,
    kept,
    overlap: overlap(p, q),
    off: distance(outcome(q, { keep, otherwise }), p),
  };
}

/** Draws from one distribution again and again: its running sums once, then a search by halves. */
function sampler(probs: readonly number[], next: () => number): () => number {
  const possible = probs.flatMap((prob, id) => (prob > 0 ? [id] : []));
  let mass = 0;
  const sums = possible.map((id) => {
    mass += probs[id];
    return mass;
  });
  return () => {
    const u = next() * mass;
    let [low, high] = [0, possible.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (u < sums[middle]) high = middle;
      else low = middle + 1;
    }
    return possible[low];
  };
}
