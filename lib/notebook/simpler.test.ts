import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simplerArguments, sizeOf } from "./simpler";

const list = (args: unknown[]) => [...simplerArguments(args)].map((simpler) => JSON.stringify(simpler));

describe("simplerArguments", () => {
  it("shortens all lists of one length together, and the columns of matrices", () => {
    const simpler = list([
      [
        [1, 1],
        [1, 1],
      ],
      [1, 1],
      1,
    ]);
    expect(simpler).toContain("[[[1,1]],[1],1]");
    expect(simpler).toContain("[[[1],[1]],[1,1],1]");
    expect(simpler).toContain("[[[1]],[1],1]");
  });

  it("makes numbers rounder, also inside lists and objects", () => {
    expect(list([0.4837])).toEqual(["[0]", "[1]", "[0.5]"]);
    expect(list([6])).toEqual(["[0]", "[1]", "[3]", "[5]"]);
    expect(list([{ heads: [12] }])).toContain('[{"heads":[6]}]');
    expect(list([-3.7])).toContain("[-3]");
    expect(list([0])).toEqual([]);
  });

  it("comes to an end: whatever it offers is smaller than what it was given", () => {
    const value = fc.oneof(
      fc.double({ noNaN: true }),
      fc.array(fc.integer(), { maxLength: 4 }),
      fc.record({ a: fc.integer() }),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 3 }), (args) => {
        for (const simpler of simplerArguments(args)) expect(sizeOf(simpler)).toBeLessThan(sizeOf(args));
      }),
    );
  });

  it("leads any number to zero in few steps when the boldest way is always taken", () => {
    fc.assert(
      fc.property(fc.integer(), (number) => {
        let current: unknown[] = [number];
        for (let step = 0; step < 3; step++) current = [...simplerArguments(current)][0] ?? current;
        expect(current).toEqual([0]);
      }),
    );
  });

  it("measures by the count of values first", () => {
    expect(sizeOf([[1, 2]])).toBeLessThan(sizeOf([[1, 2, 3]]));
    expect(sizeOf([[0.123456]])).toBeLessThan(sizeOf([[1, 2]]));
    expect(sizeOf([5])).toBeLessThan(sizeOf([6]));
  });
});
