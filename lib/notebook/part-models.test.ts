import { describe, expect, it } from "vitest";
import { findParting, sayParting, toDifferences } from "./part-models";

/** 2 layers, 3 tokens, width 2. */
const stream = () => Array.from({ length: 3 }, (_, depth) => [0, 1, 2].map((t) => [depth + t, depth - t]));
const texts = ["start", " red", " box"];

describe("where two models part", () => {
  it("is the first depth that differs, and there the first token", () => {
    const other = stream();
    other[1][2][0] += 0.31;
    other[2][0][1] += 5;
    const parting = findParting(stream(), other);
    expect(parting).toMatchObject({ depth: 1, token: 2, difference: expect.closeTo(0.31, 6) });
    expect(sayParting(parting, texts, true)).toBe(
      'They part first in layer 0, at token 2 (" box"): the residual streams differ by 0.31.',
    );
  });

  it("is nowhere when only rounding differs", () => {
    const other = stream();
    other[2][2][0] += 1e-5;
    expect(findParting(stream(), other)).toBeUndefined();
    expect(sayParting(undefined, texts, false)).toMatch(/^They do not part/);
  });

  it("may lie after the last layer", () => {
    expect(sayParting(findParting(stream(), stream()), texts, true)).toMatch(/part only where the logits/);
  });

  it("is found where numbers are no longer numbers, or rows have another width", () => {
    const broken = stream();
    broken[0][1][0] = Number.NaN;
    expect(findParting(stream(), broken)).toMatchObject({ depth: 0, token: 1 });
    const narrow = stream();
    narrow[2][0] = [1];
    const parting = findParting(stream(), narrow);
    expect(sayParting(parting, texts, true)).toBe(
      'They part first in layer 1, at token 0 ("start"): the residual streams cannot be compared.',
    );
  });

  it("compares as far down as both go", () => {
    expect(toDifferences(stream(), stream().slice(0, 2))).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });
});
