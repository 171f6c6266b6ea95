import { describe, expect, it } from "vitest";
import { limits } from "./limits";
import { createWatch } from "./supervise";

describe("the broker's watch over a kernel", () => {
  it("lets a busy cell speak, second after second", () => {
    let now = 0;
    const { judge: watch } = createWatch(() => now);
    for (let second = 0; second < 5; second++, now += 1_000)
      for (let i = 0; i < limits.burst; i++) expect(watch("x")).toBeUndefined();
  });

  it("ends a flood", () => {
    const { judge: watch } = createWatch(() => 0);
    for (let i = 0; i < limits.burst; i++) watch("");
    expect(watch("")?.why).toBe("flood");
  });

  it("ends what says too much at once, or in all", () => {
    expect(createWatch().judge("x".repeat(limits.message + 1))?.why).toBe("bytes");
    let now = 0;
    const { judge: watch } = createWatch(() => (now += 10));
    const verdicts = Array.from({ length: 6 }, () => watch("x".repeat(limits.total / 5)));
    expect(verdicts.map((verdict) => verdict?.why)).toEqual([...Array(5).fill(undefined), "bytes"]);
  });

  it("lets a stream go on at a walking pace, and counts afresh when the page asks for something", () => {
    let now = 0;
    const { judge, renew } = createWatch(() => now);
    for (let second = 0; second < 60; second++, now += 1_000)
      expect(judge("x".repeat(limits.refill))).toBeUndefined();
    const almost = "x".repeat(limits.message);
    for (let i = 0; i < 10; i++, renew()) expect(judge(almost)).toBeUndefined();
    judge(almost);
    expect([judge(almost), judge("xx")].at(-1)?.why).toBe("bytes");
  });

  it("ends what says something other than text", () => {
    expect(createWatch().judge({ length: 1 })?.why).toBe("flood");
  });
});
