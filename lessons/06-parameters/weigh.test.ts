import { describe, expect, it } from "vitest";
import { story } from "./story";
import { toShelves, trainedShapes, weigh } from "./weigh";

describe("the shipped model, tensor by tensor", () => {
  it("weighs what its manifest says", () => expect(weigh(story)).toBe(1_088_256));
  it("leaves quantization scales out", () => {
    expect(trainedShapes({ a: { shape: [2, 3] }, "a.scale": { shape: [1, 3] } })).toEqual({ a: [2, 3] });
  });
  it("stands on shelves in the order of the network, nothing lost", () => {
    const shelves = toShelves(story);
    expect(shelves.map(({ key }) => key)).toEqual(["wte", "wpe", "h.0", "h.1", "h.2", "h.3", "ln_f"]);
    expect(shelves.flatMap(({ matrices, vectors }) => [...matrices, ...vectors])).toHaveLength(
      Object.keys(story).length,
    );
    expect(shelves[2].matrices).toHaveLength(4);
    expect(shelves[2].vectors).toHaveLength(8);
  });
  it("has one side of 128 on every matrix, so that all can be drawn equally high", () => {
    for (const { matrices } of toShelves(story))
      for (const { shape } of matrices) expect(shape).toContain(128);
  });
  it("copes with an empty list", () => expect(toShelves({})).toEqual([]));
});
