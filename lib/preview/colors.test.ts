import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTokens, resolveColors } from "./colors";

const tokens = readTokens(readFileSync("app/tokens.css", "utf8"));

describe("resolveColors", () => {
  it("takes the day value of a token", () => {
    expect(resolveColors("var(--accent)", tokens)).toBe("#0b5a45");
  });

  it("mixes as browsers do", () => {
    // Chromium computes color-mix(in oklab, red, blue) as oklab(0.54 0.0962 -0.0928), which is #8c53a2.
    expect(resolveColors("color-mix(in oklab, #ff0000 50%, #0000ff)", {})).toBe("#8c53a2");
    expect(resolveColors("color-mix(in oklab, #0b6b52 100%, #eef3ee)", {})).toBe("#0b6b52");
    expect(resolveColors("color-mix(in oklab, #0b6b52 0%, #eef3ee)", {})).toBe("#eef3ee");
  });

  it("leaves what is no color, and names a token that does not exist", () => {
    expect(resolveColors("M0 0h1 var(--font-sans)", tokens)).toBe("M0 0h1 var(--font-sans)");
    expect(() => resolveColors("var(--accnet)", tokens)).toThrow("--accnet");
  });
});
