import { describe, expect, it } from "vitest";
import { modelAtBuild } from "@/lib/content/model-at-build";
import { runsOfStudy } from "../results";
import { model, plan, study } from "./study";

describe("the kept study", () => {
  it("has every run of the plan, at the same steps, with the numbers each of them trains", async () => {
    expect(runsOfStudy.map(({ name }) => name)).toEqual(plan.map(({ name }) => name));
    const steps = runsOfStudy.map(({ points }) => points.map(({ step }) => step));
    for (const one of steps) expect(one).toEqual(steps[0]);
    const { manifest } = await modelAtBuild(model);
    for (const { settings, parameters } of runsOfStudy)
      expect(parameters).toBe(settings.method === "full" ? manifest.parameters : 8_192 * settings.rank);
  });

  it("is what the trainer does with the weights that are shipped: the first two steps, run again", async () => {
    const kept = runsOfStudy.find(({ name }) => name === "LoRA, rank 4")!;
    const again = await study(kept, 2);
    for (const [i, point] of again.points.entries())
      for (const key of ["step", "learned", "heldOut", "base"] as const)
        expect(point[key], `run study/run.ts again? ${key}`).toBeCloseTo(kept.points[i][key], 2);
  }, 180_000);
});
