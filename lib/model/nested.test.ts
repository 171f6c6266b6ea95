import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toNested } from "./nested";

describe("toNested", () => {
  it("cuts row-major numbers along every axis", () => {
    expect(toNested(Float32Array.of(1, 2, 3, 4, 5, 6), [3, 2])).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(toNested([1, 2, 3, 4], [2, 1, 2])).toEqual([[[1, 2]], [[3, 4]]]);
    expect(toNested([7], [1])).toEqual([7]);
  });
  it("loses nothing and keeps the order", () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }), (shape) => {
        const data = Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => i);
        expect((toNested(data, shape) as unknown[]).flat(shape.length)).toEqual(data);
      }),
    ));
});
