import { describe, expect, it } from "vitest";
import { initialValues, toValues } from "@/lib/controls/controls";
import { demos } from "./controls";
import { rules } from "./rules";

describe("the controls that can be assigned", () => {
  it("open where the instruments open, and move impossible values into their ranges", () => {
    const { Rounds, Exact, Payoff } = demos;
    expect(initialValues(Rounds.controls)).toMatchObject({ gamma: 4, temperature: 1 });
    expect(toValues(Rounds.controls, { gamma: "99", temperature: -1, seed: "x", prompt: "猫" })).toEqual({
      gamma: 7,
      temperature: 0,
      prompt: "猫",
    });
    expect(toValues(Exact.controls, { rule: "greedy", samples: "5" })).toEqual({ rule: "greedy" });
    expect(toValues(Payoff.controls, { alpha: 2, c: -1, check: 0 })).toEqual({ alpha: 1, c: 0, check: 1 });
  });

  it("offer every rule that there is", () => {
    expect(Object.keys(demos.Exact.controls.rule.options)).toEqual(Object.keys(rules));
  });
});
