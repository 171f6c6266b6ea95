import { describe, expect, it } from "vitest";
import { checkExercise, makeInputs } from "@/lib/notebook/check-exercise";
import { softmax } from "../../sampling";
import { check } from "./check";
import { mistakes } from "./mistakes";
import * as reference from "./solution";

type TopP = typeof reference.topP;

const verdictOn = (topP: TopP) => checkExercise({ candidate: { topP }, reference, check, mistakes });

/** Right answers written in other ways than the solution. */
const right: Record<string, TopP> = {
  "stops at > instead of >=": (logits, temperature, p) => {
    const probs = softmax(logits, temperature);
    const kept = probs.map(() => 0);
    let mass = 0;
    for (const id of byProbability(probs)) {
      kept[id] = probs[id];
      mass += probs[id];
      if (mass > p) break;
    }
    return kept.map((prob) => prob / mass);
  },
  "takes tied tokens in the opposite order": (logits, temperature, p) => {
    const probs = softmax(logits, temperature);
    const waiting = byProbability(probs).sort((a, b) => probs[a] - probs[b] || a - b);
    const kept = new Set<number>();
    let mass = 0;
    do {
      const id = waiting.pop()!;
      kept.add(id);
      mass += probs[id];
    } while (waiting.length > 0 && mass < p);
    return probs.map((prob, id) => (kept.has(id) ? prob / mass : 0));
  },
  "removes from the bottom while enough is left": (logits, temperature, p) => {
    const probs = softmax(logits, temperature);
    const kept = byProbability(probs);
    const massOf = (ids: number[]) => ids.reduce((sum, id) => sum + probs[id], 0);
    while (kept.length > 1 && massOf(kept.slice(0, -1)) >= p) kept.pop();
    return probs.map((prob, id) => (kept.includes(id) ? prob / massOf(kept) : 0));
  },
  "has a softmax of its own and masks logits with -Infinity": (logits, temperature, p) => {
    const plain = (scores: number[]) => {
      const weights = scores.map((score) => Math.exp(score / temperature));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.map((weight) => weight / total);
    };
    const probs = plain(logits);
    const sorted = [...probs].sort((a, b) => b - a);
    let mass = 0;
    const least = sorted.find((prob) => {
      mass += prob;
      return mass >= p;
    });
    return plain(logits.map((logit, id) => (probs[id] >= (least ?? 0) ? logit : -Infinity)));
  },
};

function byProbability(probs: number[]): number[] {
  return probs.map((_, id) => id).sort((a, b) => probs[b] - probs[a]);
}

describe("the top-p check", () => {
  it.each(Object.entries(right))("accepts code that %s", async (_, topP) => {
    expect(await verdictOn(topP)).toMatchObject({ passed: true });
  });

  it.each(mistakes.map((mistake) => [mistake.id, mistake] as const))("names %s", async (id, mistake) => {
    expect(await verdictOn(mistake.run)).toMatchObject({ passed: false, failure: { mistake: { id } } });
  });

  it("shows a failing input that cannot be much smaller", async () => {
    const { failure } = await verdictOn((logits, temperature) => softmax(logits, temperature));
    const [logits, , p] = failure!.given.map(({ text }) => JSON.parse(text));
    expect(logits).toHaveLength(2);
    expect(p).toBeLessThan(1);
  });

  it("asks about sure, flat and tied distributions, and never on a knife's edge", () => {
    const inputs = makeInputs(check) as Parameters<TopP>[];
    const seen = { sure: 0, flat: 0, tied: 0 };
    for (const [logits, temperature, p] of inputs) {
      const probs = softmax(logits, temperature);
      const [largest, smallest] = [Math.max(...probs), Math.min(...probs)];
      if (logits.length > 1 && largest > 0.9) seen.sure++;
      if (logits.length > 4 && largest < 2 * smallest) seen.flat++;
      if (new Set(logits).size < logits.length) seen.tied++;
      expect(check.valid!(logits, temperature, p)).toBe(true);
      expect(distanceToSums(probs, p)).toBeGreaterThan(1e-4);
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  });
});

/** Distance from p to the nearest running sum at which tokens stop being kept; 0 and 1 are exact by nature. */
function distanceToSums(probs: number[], p: number): number {
  if (p === 0 || p === 1) return 1;
  let mass = 0;
  const sums = byProbability(probs).map((id) => {
    mass += probs[id];
    return mass;
  });
  return Math.min(...sums.map((sum) => Math.abs(sum - p)));
}
