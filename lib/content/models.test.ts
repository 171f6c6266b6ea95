import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findLessons } from "./lesson";
import { findModels } from "./models";

describe("findModels", () => {
  it("finds every model of the course, those of the first lessons first", async () => {
    const models = await findModels(await findLessons("en"));
    const folders = (await readdir("public/models", { withFileTypes: true })).filter((one) =>
      one.isDirectory(),
    );
    expect(models.map(({ name }) => name).sort()).toEqual(folders.map(({ name }) => name).sort());
    const [story] = models;
    expect(story).toMatchObject({
      name: "story-1m",
      parameters: 1_088_256,
      license: "MIT",
      heldOut: { nats_per_token: 0.5519 },
      folders: ["story-1m/"],
    });
    expect(story.what).toMatch(/^A decoder-only Transformer of 1,088,256 parameters that continues .*\.$/);
    expect(story.lessons.map(({ slug }) => slug)).toContain("temperature");
    expect(story.files.map(({ path }) => path)).toEqual([
      "story-1m/weights.safetensors",
      "story-1m/tokenizer.json",
    ]);
    const sizes = models.filter(({ name, lessons }) => name.startsWith("size-") && lessons.length === 0);
    expect(sizes.map(({ name }) => name)).toEqual(["size-30k", "size-100k", "size-300k", "size-4m"]);
    for (const { what } of models) expect(what.length).toBeGreaterThan(20);
  });

  describe("in another folder", () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(path.join(tmpdir(), "glassbox-models-"));
      for (const name of ["embed", "story-1m"])
        await cp(path.join("public/models", name), path.join(folder, name), { recursive: true });
    });
    afterEach(() => rm(folder, { recursive: true }));

    it("counts a model's adapters with it, and knows other networks", async () => {
      const manifest = {
        format: 1,
        name: "pirate",
        title: "Pirate",
        license: "MIT",
        base: {},
        rank: 8,
        alpha: 16,
        parameters: 5,
        files: { "adapter.safetensors": { bytes: 99, sha256: "0".repeat(64) } },
        tensors: {},
      };
      const adapter = path.join(folder, "story-1m/adapters/pirate");
      await mkdir(adapter, { recursive: true });
      await writeFile(path.join(adapter, "manifest.json"), JSON.stringify(manifest));
      const [story, embed] = await findModels([], folder);
      expect(story).toMatchObject({
        adapters: ["Pirate"],
        folders: ["story-1m/", "story-1m/adapters/pirate/"],
        lessons: [],
      });
      expect(story.files.at(-1)).toEqual({
        path: "story-1m/adapters/pirate/adapter.safetensors",
        version: "0".repeat(16),
        bytes: 99,
      });
      expect(embed).toMatchObject({ name: "embed", architecture: "static-embedding", heldOut: undefined });
    });

    it("names the manifest that is none", async () => {
      await writeFile(path.join(folder, "embed/manifest.json"), "{}");
      await expect(findModels([], folder)).rejects.toThrow(/embed\/manifest\.json.*format/s);
    });
  });
});
