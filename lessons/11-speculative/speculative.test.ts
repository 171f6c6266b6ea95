import { describe, expect, it } from "vitest";
import { seeded, uniform } from "./chance";
import { enumerate } from "./enumerate";
import { distance, outcome, type RuleName, rules } from "./rules";
import { acceptance, overlap, residual, softmax, verify } from "./speculative";

/** Random distributions over a few tokens: even, peaked, with zeros. */
function distributions(count: number, size: number, seed: number): number[][] {
  const next = uniform(seed);
  return Array.from({ length: count }, () => {
    const spread = 8 * next();
    const probs = softmax(Array.from({ length: size }, () => spread * next()));
    if (next() < 0.3) probs[Math.floor(next() * size)] = 0;
    const total = probs.reduce((a, b) => a + b, 0);
    return probs.map((prob) => prob / total);
  });
}

const pairs = Array.from({ length: 60 }, (_, i) => {
  const size = 2 + (i % 5);
  return [...distributions(1, size, i + 1), ...distributions(1, size, i + 1001)] as [number[], number[]];
});
const gap = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((x, i) => Math.abs(x - b[i])));

describe("one drafted token", () => {
  it("leaves exactly the target's distribution, whatever the draft's", () => {
    for (const [p, q] of pairs) expect(gap(outcome(q, rules.right(p, q)), p)).toBeLessThan(1e-12);
  });

  it("is kept with the probability that both share", () => {
    for (const [p, q] of pairs) {
      const kept = q.reduce((sum, prob, x) => sum + (prob > 0 ? prob * acceptance(p, q, x) : 0), 0);
      expect(kept).toBeCloseTo(overlap(p, q), 12);
      expect(overlap(p, q)).toBeCloseTo(1 - distance(p, q), 12);
    }
  });

  it("is never redrawn as something the draft proposes too often", () => {
    for (const [p, q] of pairs) {
      const rest = residual(p, q);
      expect(rest.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      if (distance(p, q) > 1e-9)
        for (const [x, prob] of rest.entries()) if (q[x] >= p[x]) expect(prob).toBe(0);
    }
    expect(residual([0.5, 0.5], [0.5, 0.5])).toEqual([0.5, 0.5]);
  });

  it.each(Object.keys(rules).filter((name) => name !== "right") as RuleName[])(
    "comes out wrong under the rule %s",
    (name) => {
      const off = pairs.map(([p, q]) => distance(outcome(q, rules[name](p, q)), p));
      expect(off.filter((d) => d > 0.01).length).toBeGreaterThan(pairs.length / 2);
    },
  );

  it("follows the target at temperature 0: kept when it is the target's first choice, else replaced by it", () => {
    const [p, q] = [softmax([1, 3, 2], 0), softmax([5, 3, 2], 0)];
    expect(verify([p, p], [p], [1], seeded(1)).accepted).toBe(1);
    expect(verify([p, p], [q], [0], seeded(1))).toEqual({ accepted: 0, token: 1 });
  });
});

describe("a whole round", () => {
  it("writes every continuation exactly as often as the target alone would", async () => {
    const size = 3;
    for (const seed of [1, 2, 3]) {
      // What each model says after a text of up to three tokens, drawn once and for all.
      const table = distributions(2 * size ** 4, size, seed);
      const at = (model: 0 | 1, text: readonly number[]) =>
        table[2 * text.reduce((code, token) => code * size + token + 1, 0) + model] ?? table[model];
      for (const gamma of [0, 1, 2]) {
        // Rounds until three tokens stand, then what follows is cut off.
        const spoken = await enumerate((chance) => {
          const text: number[] = [];
          while (text.length < 3) {
            const [q, drafted]: [number[][], number[]] = [[], []];
            for (let i = 0; i < gamma; i++) {
              q.push(at(1, [...text, ...drafted]));
              drafted.push(chance.draw(q[i]));
            }
            const p = Array.from({ length: gamma + 1 }, (_, i) => at(0, [...text, ...drafted.slice(0, i)]));
            const { accepted, token } = verify(p, q, drafted, chance);
            text.push(...drafted.slice(0, accepted), token);
          }
          return text.slice(0, 3).join(" ");
        });
        let total = 0;
        for (const [text, probability] of spoken) {
          const tokens = text.split(" ").map(Number);
          const alone = tokens.reduce((product, token, i) => product * at(0, tokens.slice(0, i))[token], 1);
          expect(probability).toBeCloseTo(alone, 10);
          total += probability;
        }
        expect(total).toBeCloseTo(1, 10);
      }
    }
  });
});
