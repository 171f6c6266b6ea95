import { describe, expect, it } from "vitest";
import { AdaptedEngines, type Base } from "./adapted-engines";
import type { Engine } from "./engine";
import type { StoredTensor } from "./safetensors";

const tensor = (shape: number[], ...data: number[]): StoredTensor => ({
  dtype: "F32",
  shape,
  data: Float32Array.from(data),
});
const adapter = {
  name: "one",
  title: "One",
  base: "tiny",
  rank: 1,
  alpha: 2,
  tensors: { "w.lora_A": tensor([2, 1], 1, 2), "w.lora_B": tensor([1, 2], 3, 4) },
};

/** A base whose engines remember the tensors they were made with, and which of them are gone. */
function setUp() {
  const gone: Engine[] = [];
  const made: Record<string, StoredTensor>[] = [];
  const engine = (): Engine => ({
    device: "wasm",
    trace: () => Promise.reject(),
    start: () => Promise.reject(),
    withWeights: (weights) => {
      made.push(weights);
      const child: Engine = { ...engine(), dispose: () => gone.push(child) };
      return child;
    },
    dispose() {},
  });
  const base: Base = { engine: engine(), weights: { w: tensor([2, 2], 1, 1, 1, 1) } };
  const engines = new AdaptedEngines();
  engines.put("a", adapter);
  const at = (strength: number, idle = true) =>
    engines.engineFor(base, { uses: [{ key: "a", strength }] }, idle);
  return { base, engines, engine, gone, made, at };
}

describe("engines with adapters", () => {
  it("are the base's own without any", () => {
    const { base, engines } = setUp();
    expect(engines.engineFor(base, undefined, true)).toBe(base.engine);
    expect(engines.engineFor(base, { uses: [] }, true)).toBe(base.engine);
  });

  it("have W + strength · α/r · A·B for W, or A and B beside it", () => {
    const { base, engines, made, at } = setUp();
    at(0.5);
    expect(Array.from(made[0].w.data)).toEqual([4, 5, 7, 9]);
    engines.engineFor(base, { uses: [{ key: "a", strength: 0.5 }], beside: true }, true);
    expect(Object.keys(made[1])).toEqual(["w.lora_A", "w.lora_B"]);
    expect(engines.weightsFor(base, { uses: [{ key: "a", strength: 0.5 }] }).w).toBe(made[0].w);
    expect(Array.from(base.weights.w.data)).toEqual([1, 1, 1, 1]);
  });

  it("are made once, and the longest unused goes, but never while a text is being written", () => {
    const { gone, made, at } = setUp();
    const first = at(1);
    expect(at(1)).toBe(first);
    at(2, false);
    at(3, false);
    expect(gone).toEqual([]);
    at(1);
    expect(made).toHaveLength(3);
    expect(gone).toHaveLength(1);
    expect(at(1)).toBe(first);
  });

  it("are made anew when the base has moved to another device", () => {
    const { base, engine, made, at } = setUp();
    at(1);
    base.engine = engine();
    at(1);
    expect(made).toHaveLength(2);
  });

  it("name an adapter that nobody has handed over", () => {
    const { base, engines } = setUp();
    expect(() => engines.engineFor(base, { uses: [{ key: "b", strength: 1 }] }, true)).toThrow(
      "No adapter b",
    );
  });
});
