import { describe, expect, it } from "vitest";
import { checkFinite } from "./finite";

const broken = Float32Array.of(1, 2, 3, 4, Number.NaN, 6); // [2, 3]

describe("checkFinite", () => {
  it("lets numbers pass, however large", () => {
    checkFinite(Float32Array.of(0, -1e38, 3.4e38), 3, { heads: [[0]] });
  });

  it("names the token, and the heads and parts that were scaled", () => {
    const change = { heads: [[1, 1], [1, Number.POSITIVE_INFINITY]], parts: [[1, 1], [1, 1e30]] }; // biome-ignore format: one layer each
    expect(() => checkFinite(broken, 3, change)).toThrow(
      "the logits after token 2 contain NaN. What was changed: head 1 of layer 1 × Infinity, the MLP of layer 1 × 1e+30.",
    );
    expect(() => checkFinite(broken, 3, change)).toThrow(expect.objectContaining({ code: "not-finite" }));
  });

  it("does not list a whole network", () => {
    const heads = Array.from({ length: 4 }, () => [Number.NaN, Number.NaN]);
    expect(() => checkFinite(broken, 3, { heads })).toThrow("layer 1 × NaN and 5 more. Take the change back");
  });

  it("names changed weights, and damaged ones where nothing was changed", () => {
    expect(() => checkFinite(broken, 3, { changed: "weights of 2 bits" })).toThrow(
      "What was changed: weights of 2 bits",
    );
    expect(() => checkFinite(Float32Array.of(-Infinity), 1)).toThrow(
      "token 1 contain -Infinity. Its weights may be damaged: reload the page.",
    );
  });
});
