import { describe, expect, it } from "vitest";
import { servedAtBuild } from "@/lib/content/services";
import { opening } from "./presets";
import { longest, readDamage, readHeads, toLight, toWeights } from "./view";

const model = await servedAtBuild("story-1m");

describe("readHeads", () => {
  it.each(["", "Lily found a red box.", "猫在睡觉。🙂", " the".repeat(longest - 1)])(
    "rebuilds the model's own maps on %j",
    async (text) => {
      const view = await readHeads(undefined, model, text);
      expect(view.gap).toBeLessThan(1e-5);
      expect(view.names).toHaveLength(view.tokens.length);
      expect(view.tokens.length).toBeLessThanOrEqual(longest);
      expect(view.tokens[0]).toBe(0);
    },
  );

  it("refuses a text that does not fit into the picture, rather than cut it", async () => {
    await expect(readHeads(undefined, model, " the".repeat(longest))).rejects.toMatchObject({
      code: "too-long",
      excess: 1,
      rest: " the".repeat(longest - 1),
      message: expect.stringContaining("this picture reads at most 31 at once"),
    });
  });

  it("keeps the shares when it is made light, and the vectors of one head", async () => {
    const view = await readHeads(undefined, model, "Lily found a red box.");
    const light = toLight(view, opening.heads.head);
    const [layer, head] = opening.heads.head;
    for (const [l, heads] of view.dots.entries())
      for (const [h, dots] of heads.entries()) {
        const [full, small] = [dots, light.dots[l][h]].map((one) => toWeights(one, view.d_k).flat());
        expect(small).toEqual(full.map((weight) => expect.closeTo(weight, 3)));
      }
    expect(light.vectors.flat().filter(Boolean)).toHaveLength(1);
    expect(light.vectors[layer][head]?.q).toHaveLength(view.tokens.length);
  });
});

describe("readDamage", () => {
  it("finds none with all heads on", async () => {
    const view = await readDamage(undefined, model, "Once upon a time", []);
    expect(view.divergence).toBe(0);
    expect(view.loss.after).toBe(view.loss.before);
    expect(view.rows.reduce((sum, row) => sum + row.before, 0) + view.rest.before).toBeCloseTo(1, 6);
  });
  it("shows the ten likeliest tokens, likeliest first, for a text of any length that fits", async () => {
    for (const text of ["", " the".repeat(255)]) {
      const view = await readDamage(undefined, model, text, [
        [0, 0],
        [3, 3],
      ]);
      expect(view.rows).toHaveLength(10);
      expect(view.rows.map((row) => row.before)).toEqual(
        view.rows.map((row) => row.before).sort((a, b) => b - a),
      );
      expect(view.divergence).toBeGreaterThan(0);
    }
    await expect(readDamage(undefined, model, " the".repeat(256), [])).rejects.toThrow("at most 255 at once");
  });
});
