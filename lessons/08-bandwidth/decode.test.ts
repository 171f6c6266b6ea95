import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeStep, kvBytes, prefill, tokenCeiling, tokenRoof, weightBytes } from "./decode";
import { models } from "./models";
import { intensity } from "./roofline";

const half = { weight: 2, kv: 2 };

describe("bytes and operations of a step", () => {
  it("counts half a mebibyte of cache a token for Llama 2 7B in 16 bits, as is often quoted", () => {
    expect(kvBytes(models.llama7b, 1, half)).toBe(512 * 1024);
  });

  it("reads 13.5 GB of weights for Llama 2 7B in 16 bits", () => {
    expect(weightBytes(models.llama7b, half) / 1e9).toBeCloseTo(13.48, 2);
  });

  it("gives 800 / 68 tokens a second for 34 B on 800 GB/s", () => {
    const shape = { ...models.codellama34b, parameters: 34e9 };
    expect(tokenCeiling(shape, half, 1, 0, 800e9)).toBeCloseTo(800 / 68, 9);
  });

  it("has an intensity of B FLOP a byte in 16 bits while no cache is read", () => {
    for (const B of [1, 7, 256])
      expect(intensity(decodeStep(models.mistral7b, half, B, 0))).toBeCloseTo(B, 9);
  });

  it("prefill of one token is decode of one token", () => {
    expect(prefill(models.mistral7b, half, 3, 1)).toEqual(decodeStep(models.mistral7b, half, 3, 1));
  });

  it("a larger batch never lowers the ceiling of all texts, nor raises that of one", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 8192 }), (B, T) => {
        const all = (batch: number) => tokenCeiling(models.llama7b, half, batch, T, 1e12);
        expect(all(B + 1)).toBeGreaterThanOrEqual(all(B));
        expect(all(B + 1) / (B + 1)).toBeLessThanOrEqual((all(B) / B) * (1 + 1e-12));
      }),
    ));

  it("arithmetic caps a batch that memory would let grow", () => {
    const device = { peak: 312e12, bandwidth: 2039e9 };
    const most = device.peak / (2 * models.llama7b.parameters);
    expect(tokenRoof(models.llama7b, half, 1, 0, device)).toBeCloseTo(2039e9 / 13_476_831_232, 6);
    expect(tokenRoof(models.llama7b, half, 4000, 0, device)).toBeCloseTo(most, 3);
  });
});
