import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initialValues, toValues } from "@/lib/controls/controls";
import { calculator } from "./controls";
import { toConfig, toPatch, toPreset } from "./design";
import { presetNames, presetOf } from "./presets";

describe("a design in the calculator's controls", () => {
  it("opens as the preset it names", () => {
    for (const model of presetNames) expect(toConfig(toPreset(model))).toEqual(presetOf(model).config);
    expect(toConfig(initialValues(calculator.controls))).toEqual(presetOf("gpt2").config);
  });

  it("takes an address that names a model and one number", () => {
    const values = {
      ...initialValues(calculator.controls),
      ...toValues(calculator.controls, { model: "dolly", width: "7680" }),
    };
    expect(toConfig(values)).toMatchObject({ layers: 32, width: 7680, heads: 96, ffn: 30_720 });
  });

  it("keeps what was set by hand when the width changes, and lets the rest grow", () => {
    let values = toPreset("gpt2");
    values = { ...values, ...toPatch(values, { heads: 6 }) };
    values = { ...values, ...toPatch(values, { width: 1536 }) };
    expect(toConfig(values)).toMatchObject({ heads: 6, ffn: 6144 });
  });

  it("is the preset again when a change is taken back", () =>
    fc.assert(
      fc.property(fc.constantFrom(...presetNames), fc.integer({ min: 64, max: 16_384 }), (model, width) => {
        const start = toPreset(model);
        const there = { ...start, ...toPatch(start, { width, layers: 3 }) };
        const { config } = presetOf(model);
        const back = { ...there, ...toPatch(there, { width: config.width, layers: config.layers }) };
        expect(back).toEqual(start);
      }),
    ));

  it("never has more key/value heads than heads, or experts used than there", () => {
    const values = { ...toPreset("mixtral"), heads: 4, experts: 1 };
    expect(toConfig(values)).toMatchObject({ kvHeads: 4, active: 1 });
  });
});
