import { describe, expect, it } from "vitest";
import { measureHead } from "./heads";
import { uniform } from "./random";
import { experiment } from "./scale";
import { stringsFor } from "./strings";

const words = stringsFor("en");
const previous = [
  [1, 0, 0, 0],
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 0.71, 0.29],
];

describe("the sentence about a head", () => {
  it("names its habit with its share, then the rest", () => {
    const measures = measureHead(previous, [0, 5, 6, 7]);
    expect(words.heads.sentence(1, 2, { ...measures, counts: { ...measures.counts, previous: 3 } })).toBe(
      "Layer 1, head 2 gives 86% of its attention to the token just before; 33% to the start token, 10% to the token itself. A query looks at 1.3 keys, of 3.0 in sight.",
    );
  });
  it("says so when there is no habit, or only one token", () => {
    const even = [[1], [0.5, 0.5], [1 / 3, 1 / 3, 1 / 3]];
    expect(words.heads.sentence(0, 0, measureHead(even, [0, 5, 6]))).toMatch(/^Layer 0, head 0 /);
    expect(words.heads.sentence(0, 0, measureHead([[1]], [0]))).toBe(
      "Layer 0, head 0: there is only one token, and it can look only at itself.",
    );
  });
  it("reads a masked cell as hidden, not as 0", () => {
    expect(words.heads.reading("a", "b", undefined)).toBe("a looks at b: hidden by the mask");
    expect(words.heads.reading("a", "b", 0.256)).toBe("a looks at b: 25.6%");
  });
});

describe("the other sentences", () => {
  it("count heads and sign the change of the loss", () => {
    expect(words.ablate.summary(1, 0.29, { before: 0.805, after: 0.856 })).toBe(
      "One head is off: the next-token prediction moves by 0.290 nats (KL divergence); the loss over the text goes from 0.805 to 0.856 nats a token (+0.051).",
    );
    expect(words.ablate.summary(2, 0, { before: 1, after: 0.9 })).toContain("(−0.100)");
    expect(words.ablate.summary(0, 0, { before: 1, after: 1 })).toMatch(/^All heads are on/);
  });
  it("count the tokens of the text", () => {
    expect(words.text.note(1)).toMatch(/^Empty/);
    expect(words.text.note(2)).toBe("1 token and the start token");
  });
  it("sum up the scale experiment", () => {
    expect(words.scale.summary(experiment(1, uniform(1)))).toMatch(/^With 1 component the dot products/);
  });
});
