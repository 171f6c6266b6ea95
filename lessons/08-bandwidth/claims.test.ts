import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { findLessons } from "@/lib/content/lesson";
import { modelAtBuild } from "@/lib/content/model-at-build";
import { notebookAtBuild } from "@/lib/content/notebook";
import { chips } from "./chips";
import { ceiling34, claims, int8 } from "./claims";
import { decodeStep, kvBytes, tokenCeiling } from "./decode";
import { sample } from "./measure/sample";
import { rateAt } from "./measure/store";
import { models } from "./models";
import { intensity } from "./roofline";

const text = await readFile(new URL("./en.mdx", import.meta.url), "utf8");
const [lesson] = (await findLessons("en")).filter(({ folder }) => folder === "08-bandwidth");
const half = { weight: 2, kv: 2 };

const shownBy = async (cell: string) =>
  (await notebookAtBuild(lesson)).cells.find(({ id }) => id === cell)!.outputs;

describe("the figures of the prose", () => {
  it("are all claims, and every claim is used", () => {
    const used = [...text.matchAll(/<Value of="([^"]+)"/g)].map((match) => match[1]);
    expect([...new Set(used)].sort()).toEqual(Object.keys(claims).sort());
  });

  it("read as they are printed", () => {
    const printed = Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, value()]));
    expect(printed).toMatchObject({
      storyParameters: "1,088,256",
      storyBytes: "4.35 MB",
      bytes34: "68 GB",
      exactBytes34: "67.5 GB",
      ceiling34: "11.8",
      perReading: "1.7",
      a100Ridge: "153",
      h100Ridge: "295",
      a100AtOne: "2.04 TFLOP/s",
      a100Share: "0.7%",
      inFlight: "2.01 MB",
      registers: "33 MiB",
      tpuBf16: "1.67",
      tpuInt8: "3.34",
      tpuMemory: "2.97",
      tpuBandwidth: "2.25",
      halfAnA100: "49%",
      behindA100: "51%",
      mobileBytes: "700 MB",
      phoneBandwidth: "15.1 GB/s",
      jetsonBandwidth: "45.7 GB/s",
    });
  });

  it("speak of this page's model", async () => {
    const { manifest } = await modelAtBuild("story-1m");
    const { n_layer, n_head, d_model } = manifest.config;
    expect(models.story1m).toMatchObject({
      parameters: manifest.parameters,
      layers: n_layer,
      kvHeads: n_head,
      headWidth: d_model / n_head,
    });
  });
});

describe("the sentences around them", () => {
  it("20 tokens a second are above what one reading a token allows, with the exact size too", () => {
    expect(ceiling34()).toBeLessThan(12);
    expect(tokenCeiling(models.codellama34b, half, 1, 0, chips.m2ultra.bandwidth)).toBeLessThan(12);
  });

  it("the intensity of decode in a growing batch levels off at 2N over one cache", () => {
    const model = models.llama7b;
    const limit = (2 * model.parameters) / kvBytes(model, 4096, half);
    const at = (B: number) => intensity(decodeStep(model, half, B, 4096));
    expect(at(1)).toBeLessThan(at(64));
    expect(at(1e6)).toBeLessThan(limit);
    expect(at(1e6) / limit).toBeCloseTo(1, 3);
  });

  it("the cell's gap passes a factor of two between 16 and 64 texts of 16,384 tokens", () => {
    const at = (B: number) => B / intensity(decodeStep(models.codellama34b, half, B, 16_384));
    expect(at(16)).toBeLessThan(2);
    expect(at(64)).toBeGreaterThan(2);
  });

  it("neither bf16 peak nor bandwidth of a TPU v5p grew 2.8 times; int8 did", () => {
    const { tpuv4, tpuv5p } = chips;
    expect(tpuv5p.peak! / tpuv4.peak!).toBeLessThan(2);
    expect(tpuv5p.bandwidth / tpuv4.bandwidth).toBeLessThan(2.8);
    expect(int8.tpuv5p / int8.tpuv4).toBeGreaterThan(2.8);
  });

  it("on our machine the last step cuts the speed to less than half, and the weights lie left of it", () => {
    expect(rateAt(sample, 12 * 2 ** 20)).toBeGreaterThan(2 * sample.rates.read.median);
    expect(4 * models.story1m.parameters).toBeLessThan(12 * 2 ** 20);
  });

  it("at 4 bits only the 70 B model stays too big for 24 GB", () => {
    const fits = Object.values(models).filter((m) => m.parameters * 0.5 < chips.rtx4090.memory);
    expect(fits.map(({ name }) => name)).not.toContain("Llama 2 70B");
    expect(fits).toHaveLength(4);
  });
});

describe("every part of the text", () => {
  it("cites exactly the sources it lists", () => {
    const cited = [...text.matchAll(/<Cite id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(cited)).toEqual(new Set(lesson.sources.map(({ id }) => id)));
    expect(Object.values(chips).every(({ source }) => cited.includes(source))).toBe(true);
  });

  const names = [...text.matchAll(/<Cell name="([^"]+)"/g)].map((match) => match[1]);

  it.each(names)("%s runs and shows something", async (name) => {
    const shown = await shownBy(name);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter(({ kind }) => kind === "error")).toEqual([]);
  });
});
