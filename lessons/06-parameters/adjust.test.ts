import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { change, oddities, withWidth } from "./adjust";
import { presetNames, presetOf } from "./presets";

describe("withWidth", () => {
  it("keeps a preset at its own width", () => {
    for (const name of presetNames)
      expect(withWidth(presetOf(name).config, presetOf(name).config.width)).toBe(presetOf(name).config);
  });
  it("makes dolly three times as wide as the note has it", () => {
    expect(withWidth(presetOf("dolly").config, 7680)).toMatchObject({ heads: 96, kvHeads: 96, ffn: 30_720 });
  });
  it("never leaves a model without heads", () =>
    fc.assert(
      fc.property(fc.constantFrom(...presetNames), fc.integer({ min: 1, max: 20_000 }), (name, width) => {
        const { heads, kvHeads, ffn } = withWidth(presetOf(name).config, width);
        expect(Math.min(heads, kvHeads, ffn)).toBeGreaterThanOrEqual(1);
        expect(kvHeads).toBeLessThanOrEqual(heads);
      }),
    ));
});

describe("change", () => {
  it("keeps key/value heads within heads, and experts used within experts", () => {
    const { config } = presetOf("mixtral");
    expect(change(config, { heads: 4 }).kvHeads).toBe(4);
    expect(change(config, { experts: 1 }).active).toBe(1);
    expect(change(config, { layers: 7.6 }).layers).toBe(8);
  });
});

describe("oddities", () => {
  it("finds none in published models but Gemma's wide attention", () => {
    for (const name of presetNames)
      expect(oddities(presetOf(name).config)).toEqual(name === "gemma" ? ["attention-width"] : []);
  });
  it("finds groups that do not come out even", () => {
    expect(oddities({ ...presetOf("llama-7b").config, kvHeads: 5 })).toEqual(["groups"]);
  });
});
