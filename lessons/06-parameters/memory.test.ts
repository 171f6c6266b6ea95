import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { manifest } from "@/lib/model/manifest";
import { count, sizeOf } from "./count";
import { bytesPer, hold, kvCache, train } from "./memory";
import { presetOf } from "./presets";

describe("hold", () => {
  it("is 13.5 GB for Llama-2-7B in 16 bits, as its files are", () => {
    expect(hold(count(presetOf("llama-7b").config).total, "fp16")).toBe(13_476_831_232);
  });

  it("explains every byte of story-1m's file, with its scales and vectors in fp32", async () => {
    const folder = new URL("../../public/models/story-1m/", import.meta.url);
    const { tensors, files } = manifest.parse(
      JSON.parse(await readFile(new URL("manifest.json", folder), "utf8")),
    );
    const file = await readFile(new URL("weights.safetensors", folder));
    const header = 8 + Number(file.readBigUInt64LE(0)); // safetensors: the length of a JSON header, then the header
    const bytes = Object.values(tensors).map(({ shape, dtype }) =>
      hold(sizeOf(shape), dtype === "int8" ? "int8" : "fp32"),
    );
    expect(header + bytes.reduce((a, b) => a + b)).toBe(files["weights.safetensors"].bytes);
  });
});

describe("train", () => {
  it("needs at least 24 GB for a GPT-2 of 1.5 billion, as ZeRO's paper says", () => {
    expect(train(1.5e9, "mixed")).toBe(24e9);
  });
  it("takes 16 bytes a parameter in either recipe", () => {
    for (const recipe of ["mixed", "fp32"] as const) expect(train(1, recipe)).toBe(16);
  });
});

describe("kvCache", () => {
  it("is 2 · bytes · L · H for one token where every head keeps its own keys and values", () => {
    const { config } = presetOf("gpt3");
    expect(kvCache(config, 1)).toBe(2 * 2 * 96 * 12_288); // 4.7 MB a token
  });
  it("is 320 KiB a token for Llama-2-70B, an eighth of what 64 key and value heads would take", () => {
    const { config } = presetOf("llama-70b");
    expect(kvCache(config, 1)).toBe(320 * 1024);
    expect(kvCache({ ...config, kvHeads: 64 }, 1)).toBe(8 * 320 * 1024);
  });
  it("is proportional to tokens, batch and bytes", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 512 }), (tokens, batch) => {
        const { config } = presetOf("mistral-7b");
        expect(kvCache(config, tokens, batch)).toBe(tokens * batch * kvCache(config, 1));
        expect(kvCache(config, tokens, batch, "int8") * bytesPer.fp16).toBe(kvCache(config, tokens, batch));
      }),
    ));
});
