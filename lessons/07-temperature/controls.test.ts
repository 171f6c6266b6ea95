import { describe, expect, it } from "vitest";
import { initialValues } from "@/lib/controls/controls";
import { compare, curve, facts, sampler, sides, toControls, toSettings } from "./controls";
import { opening, openingFacts, places } from "./presets";

describe("the controls of the demos", () => {
  it("open where the lesson's settings do", () => {
    expect(toSettings(initialValues(sampler.controls), "")).toEqual(opening);
    expect(toSettings(initialValues(compare.controls), "a-")).toEqual(sides[0]);
    expect(toSettings(initialValues(compare.controls), "b-")).toEqual(sides[1]);
  });

  it("open the facts as the build draws them, and the curve at temperature 1", () => {
    expect(initialValues(facts.controls)).toEqual({ ...openingFacts, "top-p": false });
    expect(initialValues(curve.controls).place).toBe(places / 2);
  });

  it("take some settings under their own names, and no others", () => {
    expect(toControls({ topK: 5 }, "b-")).toEqual({ "b-top-k": 5 });
    expect(toControls(opening, "")).toMatchObject({ temperature: 0.8, "top-p": 0.9, "min-p": 0 });
  });
});
