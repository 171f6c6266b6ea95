import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { findLessons } from "@/lib/content/lesson";
import { modelAtBuild } from "@/lib/content/model-at-build";
import { notebookAtBuild } from "@/lib/content/notebook";
import {
  claims,
  embeddingShare,
  gpt3Activations,
  layerParts,
  layerShare,
  llamaUtilization,
  ruleError,
  storyFile,
  totalOf,
} from "./claims";
import { count } from "./count";
import { kvCache, train } from "./memory";
import { presetNames, presetOf } from "./presets";

const text = await readFile(new URL("./en.mdx", import.meta.url), "utf8");
const [lesson] = (await findLessons("en")).filter(({ folder }) => folder === "06-parameters");

const shownBy = async (cell: string) =>
  (await notebookAtBuild(lesson)).cells.find(({ id }) => id === cell)!.outputs;

describe("the figures of the prose", () => {
  it("are all claims, and every claim is used", () => {
    const used = [...text.matchAll(/<Value of="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(used)).toEqual(new Set(Object.keys(claims)));
  });

  it("read as they are printed", () => {
    const printed = Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, value()]));
    expect(printed).toMatchObject({
      "story-1m:exact": "1,088,256",
      "story-1m:rule": "786,432",
      "story-1m:error": "−27.7%",
      "gpt2:exact": "124,439,808",
      "gpt2:error": "−31.7%",
      "dolly:exact": "2,775,086,080",
      "dolly:rule": "2,516,582,400",
      "dolly:error": "−9.3%",
      "llama-7b:error": "−4.4%",
      "mistral-7b:error": "−11.0%",
      "llama-70b:error": "−6.6%",
      "mixtral:exact": "46,702,792,704",
      "mixtral:error": "−86.2%",
      "gpt3:error": "−0.4%",
      gpt2Embedding: "31%",
      llamaEmbedding: "3.9%",
      gpt2Ffn: "67%",
      gpt2Attention: "33%",
      gpt2Norms: "0.04%",
      embeddingRows: "262,144",
      storyShare: "24.1%",
      dollyLayer: "78,676,480",
      dollyEmbedding: "128,716,800",
      dollyRuleOff: "9.3%",
      tooWide: "22.6 B",
      vectors: "0.04%",
      gemmaExact: "8.54 B",
      qwenEmbedding: "28%",
      mixtralActive: "12,879,925,248",
      eightTimes: "57.9 B",
      storyFile: "1,142,464",
      llamaFp16: "13.5 GB",
      llamaInt4: "3.37 GB",
      llamaTrain: "108 GB",
      mixtralFp16: "93.4 GB",
      cacheToken: "328 kB",
      cacheText: "1.34 GB",
      cacheAllHeads: "10.7 GB",
      activations: "275 GB",
      gpt3Compute: "3.14",
      llamaUtilization: "47%",
    });
  });

  it("speak of this model", async () => {
    const { manifest } = await modelAtBuild("story-1m");
    expect(manifest.parameters).toBe(totalOf("story-1m"));
    expect(manifest.files["weights.safetensors"].bytes).toBe(storyFile);
    expect(text).toContain(`story-1m has ${manifest.parameters.toLocaleString("en-US")} parameters`);
  });
});

describe("the sentences around them", () => {
  it("the parts to rank are asked for in another order, and the answer is the order of their sizes", () => {
    const [, items, answer] = /id="06-layer"[^>]*items=\{(\[.*?\])\} answer=\{(\[.*?\])\}/.exec(text) ?? [];
    const [names, order] = [JSON.parse(items) as string[], JSON.parse(answer) as number[]];
    expect(order.map((item) => names[item])).toEqual(layerParts.map(([name]) => name));
    expect(order).not.toEqual(names.map((_, i) => i));
    const shares = layerParts.map(([, parts]) => layerShare("gpt2", parts));
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares[1] / shares[2]).toBeCloseTo(3, 2);
  });

  it("the note's sum is right, and its 2.2 billion follows from neither width", () => {
    const layer = 2560 * 4 + 19_660_800 + 7680 + 6_553_600 + 2560 + 26_214_400 * 2 + 10_240 + 2560;
    expect(layer).toBe(12 * 2560 ** 2 + 13 * 2560);
    expect(128_716_800 + layer * 32 + 2560 * 2 + 128_716_800).toBe(totalOf("dolly"));
    for (const width of [2560, 7680])
      expect(Math.abs((12 * 32 * width ** 2) / 2.2e9 - 1)).toBeGreaterThan(0.1);
    expect((12 * 32 * 7680 ** 2) / totalOf("dolly")).toBeCloseTo(8.16, 2);
  });

  it("the rule's error shrinks as GPT-2 is made as wide as GPT-3", () => {
    expect(Math.abs(ruleError("gpt3"))).toBeLessThan(0.005);
    expect(ruleError("gpt2")).toBeLessThan(-0.3);
    for (const name of presetNames) expect(ruleError(name)).toBeLessThan(0);
  });

  it("a quarter of story-1m is embedding, and Llama-2-70B is sixty thousand times larger", () => {
    expect(embeddingShare("story-1m")).toBeCloseTo(0.25, 1);
    expect(totalOf("llama-70b") / totalOf("story-1m")).toBeGreaterThan(60_000);
    expect(totalOf("llama-70b") / totalOf("story-1m")).toBeLessThan(65_000);
  });

  it("Gemma is nearer 9 than 7, Llama 3 quadrupled the vocabulary, Mixtral uses little more than a quarter", () => {
    expect(Math.round(totalOf("gemma") / 1e9)).toBe(9);
    expect(presetOf("llama3-8b").config.vocabulary / presetOf("llama-7b").config.vocabulary).toBeCloseTo(
      4,
      1,
    );
    const { total, active } = count(presetOf("mixtral").config);
    expect(active / total).toBeGreaterThan(0.25);
    expect(active / total).toBeLessThan(0.29);
  });

  it("eight times 220 billion is 1.76 trillion", () => expect(8 * 220e9).toBe(1.76e12));

  it("Llama-2-7B does not train on one card of 80 GB", () => {
    expect(train(totalOf("llama-7b"), "mixed")).toBeGreaterThan(80e9);
  });

  it("Llama-2-7B's cache outgrows its weights between 16 and 32 thousand tokens, Mistral-7B's four times later", () => {
    const outgrown = (name: "llama-7b" | "mistral-7b") =>
      [2 ** 14, 2 ** 15, 2 ** 16, 2 ** 17, 2 ** 18].find(
        (tokens) => kvCache(presetOf(name).config, tokens) > 2 * totalOf(name),
      );
    expect(outgrown("llama-7b")).toBe(2 ** 15);
    expect(outgrown("mistral-7b")).toBe(2 ** 17);
  });

  it("LLaMA-65B's chips worked at nearly half of their peak", () => {
    expect(llamaUtilization()).toBeCloseTo(0.47, 2);
  });

  it("GPT-3's activations are 34 + 80 bytes for each of s·H numbers in a layer", () => {
    expect(gpt3Activations()).toBe(96 * 2048 * 12_288 * 114);
  });
});

describe("every cell of the text", () => {
  const names = [...text.matchAll(/<Cell name="([^"]+)"/g)].map((match) => match[1]);

  it("belongs to a lesson that cites every source it lists, in its text or for a preset", () => {
    const cited = [...text.matchAll(/<Cite id="([^"]+)"/g)].map((match) => match[1]);
    const listed = lesson.sources.map(({ id }) => id);
    const forPresets = presetNames.map((name) => presetOf(name).source).filter((id) => id !== "story");
    expect(new Set(listed)).toEqual(new Set([...cited, ...forPresets]));
  });

  it.each(names)("%s runs and shows something", async (name) => {
    const shown = await shownBy(name);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter(({ kind }) => kind === "error")).toEqual([]);
  });

  it("weigh finds the same in the file, the network and the rule", async () => {
    const [shown] = await shownBy("weigh");
    const rows = shown.kind === "table" ? shown.rows : [];
    expect(rows).toHaveLength(2);
    for (const [, inFile, elsewhere] of rows) expect(inFile).toBe(elsewhere);
  });

  it("layer agrees with the formula and the lesson's count", async () => {
    const [shown] = await shownBy("layer");
    expect(shown.kind === "table" && new Set(shown.rows[0])).toEqual(new Set([78_676_480]));
  });
});
