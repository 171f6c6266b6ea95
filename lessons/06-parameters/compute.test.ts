import { describe, expect, it } from "vitest";
import { chinchillaTokens, trainingCompute, trainingTime } from "./compute";
import { count } from "./count";
import { chips, presetOf } from "./presets";

describe("trainingCompute", () => {
  it("gives what GPT-3's paper prints in table D.1: 3.14e23", () => {
    expect(trainingCompute(174.6e9, 300e9) / 1e23).toBeCloseTo(3.14, 2);
    expect(trainingCompute(count(presetOf("gpt3").config).total, 300e9) / 1e23).toBeCloseTo(3.14, 2);
  });
});

describe("trainingTime", () => {
  it("puts LLaMA-65B's 21 days on 2,048 A100 at nearly half of the peak", () => {
    const compute = trainingCompute(65.2e9, 1.4e12);
    const days = trainingTime(compute, chips.a100.peak, 2048, 1) / 86_400;
    expect(days).toBeCloseTo(9.92, 1);
    expect(days / 21).toBeCloseTo(0.47, 2);
    expect((6 * 65.2e9 * 380) / chips.a100.peak).toBeCloseTo(0.476, 3); // 380 tokens a second and chip, the paper says
  });
  it("falls as chips, rate and utilization rise", () => {
    const at = trainingTime(1e20, 1e14, 8, 0.4);
    for (const faster of [trainingTime(1e20, 2e14, 8, 0.4), trainingTime(1e20, 1e14, 16, 0.4)])
      expect(faster).toBeCloseTo(at / 2, 6);
    expect(trainingTime(1e20, 1e14, 8, 0.8)).toBeCloseTo(at / 2, 6);
  });
});

describe("chinchillaTokens", () => {
  it("is 1.4 trillion for Chinchilla's own 70 billion parameters", () => {
    expect(chinchillaTokens(70e9)).toBe(1.4e12);
  });
});
