import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { type FakeQuantization, fakeQuantize, fakeQuantizeAll } from "./fake-quantize";
import { readSafetensors } from "./safetensors";

/** What JAX computes, from `training/fake_quantize.py`. */
const golden = readSafetensors(new Uint8Array(await readFile("training/fake_quantize.safetensors")).buffer);
const cases: (FakeQuantization & { name: string; inputAxis: 0 | 1 })[] = JSON.parse(golden.metadata.cases);

describe("fakeQuantize", () => {
  it.each(cases)("agrees with JAX bit for bit: $bits bits, $granularity, input axis $inputAxis", (one) => {
    const { data, shape } = golden.tensors[`${one.inputAxis}.weight`];
    const found = fakeQuantize(data, shape, one.inputAxis, one);
    // −0 and 0 are the same weight
    expect(Array.from(found, (x) => x + 0)).toEqual(Array.from(golden.tensors[one.name].data, (x) => x + 0));
  });

  it("was tried with every granularity at four widths", () => {
    expect(cases).toHaveLength(32);
  });

  it.each([1, 9, 4.5, Number.NaN])("refuses %d bits", (bits) => {
    expect(() => fakeQuantize([1], [1, 1], 0, { bits, granularity: "tensor" })).toThrow("2 to 8 bits");
  });

  it("refuses blocks of no whole number", () => {
    expect(() => fakeQuantize([1], [1, 1], 0, { bits: 4, granularity: 0 })).toThrow("A block");
  });
});

describe("fakeQuantizeAll", () => {
  it("takes the matrices, embeddings by their rows, and leaves vectors alone", () => {
    const tensor = (shape: number[], ...data: number[]) => ({
      dtype: "F32",
      shape,
      data: Float32Array.from(data),
    });
    const out = fakeQuantizeAll(
      {
        "wte.weight": tensor([2, 2], 1, 0.4, 8, 8),
        "h.0.mlp.c_fc.weight": tensor([2, 2], 1, 8, 0.4, 8),
        "ln_f.bias": tensor([2], 0.3, 0.1),
      },
      { bits: 2, granularity: "channel" },
    );
    expect(Object.keys(out)).toEqual(["wte.weight", "h.0.mlp.c_fc.weight"]);
    expect(Array.from(out["wte.weight"].data)).toEqual([1, 0, 8, 8]);
    expect(Array.from(out["h.0.mlp.c_fc.weight"].data)).toEqual([1, 8, 0, 8]);
  });
});
