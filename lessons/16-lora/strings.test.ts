import { describe, expect, it } from "vitest";
import { initialValues } from "@/lib/controls/controls";
import { compare, mix, train } from "./controls";
import { opening, rates } from "./presets";
import { runsOfStudy } from "./results";
import { speedOf, type TrainRun } from "./runs";
import { stringsFor } from "./strings";

const words = stringsFor("en");
const run: TrainRun = {
  id: 1,
  status: "running",
  text: "",
  tokens: 0,
  allTokens: 0,
  settings: { method: "lora", rank: 4, alpha: 8, targets: [], steps: 10, rate: 0.005, seed: 1 },
  parameters: 32_768,
  steps: [
    { step: 1, loss: 3, milliseconds: 5_000, tokens: 256 },
    { step: 2, loss: 2.5, milliseconds: 500, tokens: 256 },
  ],
  checks: [],
};

describe("the words of the training instrument", () => {
  it("name a run by what it trained", () => {
    expect(words.train.runName(run)).toBe("LoRA, r = 4, α = 8");
    expect(words.train.runName({ ...run, settings: { ...run.settings, method: "full" } })).toBe(
      "all weights",
    );
  });

  it("count the speed without the step that compiles", () => {
    expect(speedOf(run)).toBe(512);
    expect(speedOf({ steps: run.steps.slice(0, 1) })).toBeUndefined();
    expect(words.train.progress(run, speedOf(run))).toBe("Step 2 of 10, loss 2.50, 512 tokens/s");
  });

  it("say what share of the model is trained, and leave out a loss that nobody has", () => {
    expect(words.train.size(32_768, 1_088_256)).toBe(
      "32,768 numbers to train, 3.0% of the model's 1,088,256",
    );
    expect(words.effect.losses([undefined, undefined], [0.5, 1.25])).toBe(
      "Loss on a story of the base's own kind: 0.50 → 1.25.",
    );
  });
});

describe("the words of the mixture", () => {
  it("name what is in it, or that nothing is", () => {
    const view = { prompt: "", written: { before: "", after: "" }, losses: [], milliseconds: 0 };
    const none = { pirate: 0, telegram: 0, sorting: 0 };
    expect(words.mix.summary({ ...view, strengths: none })).toMatch(/^No adapter: the base\./);
    expect(words.mix.summary({ ...view, strengths: { ...none, pirate: 1, sorting: -0.5 } })).toMatch(
      /^pirate × 1 \+ sorting × -0\.5\./,
    );
  });
});

it("the instruments open where the presets say", () => {
  expect(initialValues(train.controls)).toMatchObject({ strength: opening.train.strength });
  expect(Object.keys(train.controls.rate.options)).toEqual([...rates]);
  const { prompt, ...strengths } = opening.mix;
  expect(initialValues(mix.controls)).toEqual({ ...strengths, "mix-prompt": prompt });
  expect(compare.controls["study-step"].max).toBe(runsOfStudy[0].points.at(-1)!.step);
});
