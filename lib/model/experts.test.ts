import { describe, expect, it } from "vitest";
import { toExpertGates } from "./experts";

const dense = { n_layer: 2, n_head: 1, d_model: 4, d_ff: 4, n_vocab: 8, n_ctx: 8, layer_norm_eps: 1e-5 };
const config = { ...dense, n_expert: 3, n_expert_per_token: 2 };

describe("the reader's choice of experts", () => {
  it("is the model's own where nothing is said", () => {
    const own = { on: [[1, 1, 1], [1, 1, 1]], perToken: 2 }; // biome-ignore format: a layer each
    expect(toExpertGates(config)).toEqual(own);
    expect(toExpertGates(config, {})).toEqual(own);
  });

  it("switches experts off by layer and number, also twice", () => {
    const off = [[1, 2], [0, 0], [1, 2]] as const; // biome-ignore format: layer, expert
    expect(toExpertGates(config, { perToken: 3, off })).toEqual({ on: [[0, 1, 1], [1, 1, 0]], perToken: 3 }); // biome-ignore format: a layer each
  });

  it.each([0, 4, 1.5, -1, Number.NaN])("refuses %s experts per token", (perToken) => {
    expect(() => toExpertGates(config, { perToken })).toThrow(
      new RangeError(`experts.perToken is a whole number from 1 to 3, not ${perToken}.`),
    );
  });

  it("refuses experts that are not there, and layers without one", () => {
    const off =
      (...pairs: [number, number][]) =>
      () =>
        toExpertGates(config, { off: pairs });
    expect(off([2, 0])).toThrow("there is no expert 0 in a layer 2; layers are 0 to 1, experts 0 to 2.");
    for (const wrong of [[0, 3], [-1, 0], [0, 0.5]]) expect(off(wrong as [number, number])).toThrow(RangeError); // biome-ignore format: layer, expert
    expect(off([0, 0], [0, 1], [0, 2])).toThrow("experts.off leaves layer 0 without an expert.");
  });

  it("is refused where there are none", () => {
    expect(() => toExpertGates(dense, { perToken: 1 })).toThrow(RangeError);
  });
});
