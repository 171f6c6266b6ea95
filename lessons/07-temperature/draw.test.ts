import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draw } from "./draw";
import { uniform } from "./sampling";
import { neutral } from "./settings";

const logits = Array.from({ length: 40 }, (_, id) => Math.sin(id * 1.7) * 3);

describe("draw", () => {
  it("draws the token whose stretch holds u, and lists it among the alternatives", () =>
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999999, noNaN: true }), (u) => {
        const { token, extra } = draw(logits, [0], neutral, u);
        expect(extra.rows[extra.drawn].id).toBe(token);
        expect(u).toBeGreaterThanOrEqual(extra.interval[0] - 1e-12);
        expect(u).toBeLessThan(extra.interval[1] + 1e-12);
        expect(extra.rows.length).toBe(extra.drawn < 10 ? 10 : 11);
      }),
    ));

  it("writes the same tokens with the same seed, settings and logits", () => {
    const write = (seed: number) => {
      const next = uniform(seed);
      return Array.from({ length: 30 }, () => draw(logits, [0], { ...neutral, topP: 0.95 }, next()).token);
    };
    expect(write(7)).toEqual(write(7));
    expect(write(8)).not.toEqual(write(7));
  });

  it("does not penalize the start token, which nobody wrote", () => {
    const settings = { ...neutral, temperature: 0, presence: 2 };
    expect(draw([5, 4], [0], settings, 0).token).toBe(0);
    expect(draw([5, 4], [0, 0], settings, 0).token).toBe(1);
  });

  it("does the same whatever u is at temperature 0", () =>
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999999, noNaN: true }), (u) => {
        expect(draw([1, 3, 2], [0], { ...neutral, temperature: 0 }, u).token).toBe(1);
      }),
    ));
});
