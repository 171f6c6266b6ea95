import { describe, expect, it } from "vitest";
import { seeded } from "./chance";
import { acceptanceFor, bestGamma, expectedTokens, speedUp } from "./speed";

describe("the formulas", () => {
  it("count the tokens of a round as trying it out does", () => {
    for (const [alpha, gamma] of [
      [0.8, 4],
      [0.3, 2],
      [0.95, 9],
    ]) {
      const chance = seeded(3);
      let tokens = 0;
      for (let round = 0; round < 40_000; round++) {
        let accepted = 0;
        while (accepted < gamma && chance.happens(alpha)) accepted++;
        tokens += accepted + 1;
      }
      expect(tokens / 40_000).toBeCloseTo(expectedTokens(alpha, gamma), 1);
    }
  });

  it("add up 1 + α + α² + … + α^γ, also at the ends", () => {
    for (const alpha of [0, 0.2, 0.9, 1])
      for (const gamma of [0, 1, 5]) {
        const sum = Array.from({ length: gamma + 1 }, (_, i) => alpha ** i).reduce((a, b) => a + b, 0);
        expect(expectedTokens(alpha, gamma)).toBeCloseTo(sum, 12);
      }
  });

  it("pay nothing without drafts, and less when checking costs more", () => {
    expect(speedUp(0.7, 0, 0.2)).toBe(1);
    expect(speedUp(0.7, 4, 0.2, 2)).toBeLessThan(speedUp(0.7, 4, 0.2));
    expect(speedUp(1, 4, 0)).toBe(5);
  });

  it("find a best γ, which is 0 exactly where a guess costs more than it is likely to save", () => {
    for (const c of [0.05, 0.2, 1 / 3, 0.8])
      for (const alpha of [0.1, 0.3, 0.5, 0.7, 0.9]) {
        const best = bestGamma(alpha, c);
        for (let gamma = 0; gamma <= 15; gamma++)
          expect(speedUp(alpha, gamma, c)).toBeLessThanOrEqual(speedUp(alpha, best, c));
        if (Math.abs(alpha - c) > 1e-9) expect(best > 0).toBe(alpha > c); // Leviathan et al., corollary 3.9
      }
  });

  it("say which acceptance a speed-up takes", () => {
    for (const [times, c] of [
      [2, 1 / 3],
      [2, 1 / 6],
      [1.5, 0.2],
    ]) {
      const alpha = acceptanceFor(times, c)!;
      expect(speedUp(alpha, bestGamma(alpha, c), c)).toBeCloseTo(times, 6);
    }
    expect(acceptanceFor(4, 1 / 3)).toBeUndefined();
  });
});
