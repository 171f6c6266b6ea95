import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { manifest } from "@/lib/model/manifest";
import { type Config, count, type Part, parts, ruleOfThumb, sizeOf, weightsOf } from "./count";
import { presetNames, presetOf } from "./presets";
import { story } from "./story";

const model = manifest.parse(
  JSON.parse(await readFile(new URL("../../public/models/story-1m/manifest.json", import.meta.url), "utf8")),
);
const trained = Object.entries(model.tensors).filter(([name]) => !name.endsWith(".scale"));

const anyConfig: fc.Arbitrary<Config> = fc.record({
  layers: fc.integer({ min: 1, max: 100 }),
  width: fc.integer({ min: 1, max: 10_000 }),
  heads: fc.integer({ min: 1, max: 100 }),
  kvHeads: fc.integer({ min: 1, max: 100 }),
  headSize: fc.integer({ min: 1, max: 256 }),
  ffn: fc.integer({ min: 1, max: 50_000 }),
  gated: fc.boolean(),
  vocabulary: fc.integer({ min: 1, max: 300_000 }),
  positions: fc.integer({ min: 0, max: 10_000 }),
  tied: fc.boolean(),
  biases: fc.constantFrom("all", "qkv", "none"),
  norm: fc.constantFrom("layer", "rms"),
  experts: fc.integer({ min: 1, max: 64 }),
  active: fc.constant(1),
});

describe("count", () => {
  it.each(presetNames.filter((name) => name !== "gpt3"))("gives the published size of %s", (name) => {
    const { config, published } = presetOf(name);
    const found = count(config);
    expect(found.total).toBe(published.total);
    expect(found.active).toBe(published.active ?? published.total);
  });

  it("gives GPT-3's size to the million that its paper prints", () => {
    const { config, published } = presetOf("gpt3");
    expect(Math.floor(count(config).total / 1e6)).toBe(published.total / 1e6 + 4); // Table D.1 rounds to 100 million
    expect(count(config).total).toBe(174_604_259_328);
  });

  it("agrees with story-1m's manifest, tensor by tensor", () => {
    const shapes = weightsOf(presetOf("story-1m").config).flatMap(({ shape, copies }) =>
      Array.from({ length: copies }, () => shape),
    );
    // The file keeps query, key and value in one matrix; the count keeps them apart.
    const fused = trained.flatMap(([name, { shape }]) =>
      name.includes("c_attn") ? [0, 1, 2].map(() => [...shape.slice(0, -1), shape.at(-1)! / 3]) : [shape],
    );
    const sorted = (list: number[][]) => list.map((shape) => shape.join(" × ")).sort();
    expect(sorted(shapes)).toEqual(sorted(fused));
    expect(count(presetOf("story-1m").config).total).toBe(model.parameters);
  });

  it("finds 12H² + 13H in a layer of the GPT-2 kind, whatever the width", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 100 }), (headSize, layers) => {
        const width = 4 * headSize;
        const config = {
          ...presetOf("gpt2").config,
          layers,
          width,
          heads: 4,
          kvHeads: 4,
          headSize,
          ffn: 4 * width,
        };
        const inLayers = parts.slice(2, 11);
        expect(count(config, inLayers).total).toBe(layers * (12 * width ** 2 + 13 * width));
      }),
    ));

  it("is the sum over its parts", () =>
    fc.assert(
      fc.property(anyConfig, (config) => {
        const apart = parts.map((part: Part) => count(config, [part]).total);
        expect(apart.reduce((a, b) => a + b)).toBe(count(config).total);
      }),
    ));

  it("uses all experts' parameters when all are active, and fewer otherwise", () =>
    fc.assert(
      fc.property(anyConfig, (config) => {
        const all = count({ ...config, active: config.experts });
        expect(all.active).toBe(all.total);
        if (config.experts > 1) expect(count(config).active).toBeLessThan(all.active);
      }),
    ));

  it("adds the output head when it is untied, and nothing else", () =>
    fc.assert(
      fc.property(anyConfig, (config) => {
        const difference = count({ ...config, tied: false }).total - count({ ...config, tied: true }).total;
        expect(difference).toBe(config.vocabulary * config.width);
      }),
    ));
});

describe("ruleOfThumb", () => {
  it("is what the note's formula gives for dolly's width, and for three times that", () => {
    expect(ruleOfThumb({ layers: 32, width: 2560 })).toBe(2_516_582_400);
    expect(ruleOfThumb({ layers: 32, width: 7680 })).toBe(9 * 2_516_582_400);
  });
});

describe("story", () => {
  it("is the manifest's list without the scales", () => {
    expect(story).toEqual(Object.fromEntries(trained.map(([name, { shape }]) => [name, shape])));
    expect(Object.values(story).reduce((sum, shape) => sum + sizeOf(shape), 0)).toBe(model.parameters);
  });
});
