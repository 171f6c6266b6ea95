import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { adaptAtBuild, type ModelAtBuild, modelAtBuild } from "@/lib/content/model-at-build";
import { engineNames, modelInNode } from "./engines/in-node";
import {
  type Adapter,
  adaptedNames,
  besideWeights,
  countParameters,
  mergeAdapters,
  readAdapter,
  type Target,
  targets,
  writeAdapter,
} from "./lora";
import { toShapes } from "./manifest";
import { readSafetensors, type StoredTensor, writeSafetensors } from "./safetensors";

const all = Object.keys(targets) as Target[];
let model: ModelAtBuild;
let shapes: ReturnType<typeof toShapes>;
let adapter: Adapter;

/** The formula of `training/lora_golden.py`. */
function ramp(shape: number[], step: number): StoredTensor {
  const data = Float32Array.from({ length: shape[0] * shape[1] }, (_, i) => (((i * step) % 101) - 50) / 500);
  return { dtype: "F32", shape, data };
}

function madeUp(rank: number, alpha: number, [a, b]: [number, number]): Adapter {
  const tensors: Adapter["tensors"] = {};
  for (const name of adaptedNames(shapes, all)) {
    tensors[`${name}.lora_A`] = ramp([shapes[name][0], rank], a);
    tensors[`${name}.lora_B`] = ramp([rank, shapes[name][1]], b);
  }
  return { name: "ramp", title: "Ramp", base: "story-1m", rank, alpha, tensors };
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((worst, x, i) => Math.max(worst, Math.abs(x - b[i])), 0);
}

beforeAll(async () => {
  model = await modelAtBuild("story-1m");
  shapes = toShapes(model.manifest);
  adapter = madeUp(4, 8, [37, 23]);
});

/** What JAX says with the made-up adapter merged in: `training/lora_golden.py`. */
const file = await readFile("training/story_1m/golden_adapter.safetensors");
const golden = readSafetensors(new Uint8Array(file).buffer).tensors;

describe.each(engineNames)("an adapter on story-1m, with %s", (name) => {
  let model: ModelAtBuild;
  beforeAll(async () => {
    model = await modelInNode(name, "story-1m");
  });
  const tokens = Array.from(golden.tokens.data);
  const last = (logits: Float32Array) => logits.slice(-2048);

  it.each([0, 1, -0.5])("agrees with JAX at strength %d, merged and beside the weights", async (strength) => {
    const logits: Float32Array[] = [];
    for (const beside of [false, true]) {
      const { engine } = adaptAtBuild(model, [{ adapter, strength }], { beside });
      logits.push(last((await engine.trace(tokens)).logits));
      engine.dispose();
    }
    for (const found of logits)
      expect(largestDifference(found, golden[String(strength)].data)).toBeLessThan(2e-4);
  });

  it("leaves the base as it was", async () => {
    const { engine } = adaptAtBuild(model, [{ adapter, strength: 1 }]);
    engine.dispose();
    const { logits } = await model.engine.trace(tokens);
    expect(largestDifference(last(logits), golden["0"].data)).toBeLessThan(1e-4);
    expect(largestDifference(golden["1"].data, golden["0"].data)).toBeGreaterThan(0.1);
  });

  it("goes into a session too, which outlasts another engine's end", async () => {
    const { engine } = adaptAtBuild(model, [{ adapter, strength: 1 }]);
    const session = await engine.start(tokens.slice(0, -1));
    const other = adaptAtBuild(model, [{ adapter, strength: 0.3 }]).engine;
    await other.trace(tokens);
    other.dispose();
    const logits = await session.decode(tokens.at(-1)!);
    expect(largestDifference(logits, golden["1"].data)).toBeLessThan(2e-4);
    session.dispose();
    engine.dispose();
  });
});

describe("several adapters", () => {
  it("add up, and beside the weights they are one of the sum of their ranks", async () => {
    const other = madeUp(2, 2, [41, 17]);
    const uses = [
      { adapter, strength: 0.5 },
      { adapter: other, strength: -1 },
    ];
    const name = "h.2.mlp.c_fc.weight";
    const beside = besideWeights(uses);
    expect([beside[`${name}.lora_A`].shape, beside[`${name}.lora_B`].shape]).toEqual([
      [128, 6],
      [6, 512],
    ]);
    const merged = mergeAdapters(model.weights, uses)[name];
    const [w, a, b] = [model.weights[name], beside[`${name}.lora_A`], beside[`${name}.lora_B`]];
    for (const [i, j] of [
      [0, 0],
      [7, 300],
      [127, 511],
    ]) {
      let sum = w.data[i * 512 + j];
      for (let k = 0; k < 6; k++) sum += a.data[i * 6 + k] * b.data[k * 512 + j];
      expect(merged.data[i * 512 + j]).toBeCloseTo(sum, 5);
    }
  });
});

describe("the size of an adapter", () => {
  it("is r · (in + out) for each matrix it changes", () => {
    const names = adaptedNames(shapes, all);
    expect(names).toHaveLength(16);
    const counted = Object.values(adapter.tensors).reduce((sum, { data }) => sum + data.length, 0);
    expect(countParameters(shapes, names, 4)).toBe(counted);
    expect(adaptedNames(shapes, ["attn.c_proj"])).toEqual(
      [0, 1, 2, 3].map((l) => `h.${l}.attn.c_proj.weight`),
    );
  });
});

describe("an adapter's file", () => {
  const known = () => ({ name: "story-1m", shapes });
  const bytesOf = (changed: Partial<Adapter>) => writeAdapter({ ...adapter, ...changed }).buffer;

  it("gives back what was written", () => {
    expect(readAdapter(bytesOf({ title: "Räuber 海盗" }), known())).toEqual({
      ...adapter,
      title: "Räuber 海盗",
    });
  });

  it("is refused, with the reason, when it is none, is cut off, or belongs to another model", () => {
    const whole = bytesOf({});
    const read =
      (bytes: ArrayBuffer, model = known()) =>
      () =>
        readAdapter(bytes, model);
    expect(read(new TextEncoder().encode("not a safetensors file at all").buffer)).toThrow(/file/);
    expect(read(new ArrayBuffer(0))).toThrow("cut off");
    expect(read(whole.slice(0, 5000))).toThrow();
    expect(read(whole.slice(0, whole.byteLength - 100))).toThrow();
    expect(read(whole, { name: "base", shapes })).toThrow("made for “story-1m”");
  });

  it("is refused when a tensor is missing, has another shape or holds no numbers", () => {
    const [a, b] = ["h.0.attn.c_attn.weight.lora_A", "h.0.attn.c_attn.weight.lora_B"];
    const { [b]: _, ...half } = adapter.tensors;
    expect(() => readAdapter(bytesOf({ tensors: half }), known())).toThrow("only one of A and B");
    expect(() => readAdapter(bytesOf({ rank: 5 }), known())).toThrow("it must be (128, 5)");
    const broken = {
      ...adapter.tensors[a],
      data: adapter.tensors[a].data.map((x, i) => (i ? x : Number.NaN)),
    };
    const holed = { ...adapter.tensors, [a]: broken as StoredTensor };
    expect(() => readAdapter(bytesOf({ tensors: holed }), known())).toThrow("finite");
    const odd = writeSafetensors(
      { "h.9.x.lora_A": ramp([1, 1], 1) },
      { base: "story-1m", rank: "1", alpha: "1" },
    );
    expect(() => readAdapter(odd.buffer, known())).toThrow("no matrix of this model");
    expect(() => readAdapter(writeSafetensors(adapter.tensors).buffer, known())).toThrow(
      "does not say its base",
    );
  });
});
