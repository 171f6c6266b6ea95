import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { findLessons } from "@/lib/content/lesson";
import { notebookAtBuild } from "@/lib/content/notebook";
import type { TableDisplay, TextDisplay } from "@/lib/notebook/display";
import { claims } from "./claims";
import { config, damage, elsewhere, heads, meanShares, measures, spreads, texts } from "./measured";
import { opening } from "./presets";
import { uniform } from "./random";
import { experiment } from "./scale";
import { toWeights } from "./view";

const text = await readFile(new URL("./en.mdx", import.meta.url), "utf8");
const [lesson] = (await findLessons("en")).filter(({ folder }) => folder === "04-attention");
const run = async (cell: string) =>
  (await notebookAtBuild(lesson)).cells.find(({ id }) => id === cell)!.outputs;

describe("the figures of the prose", () => {
  it("are all claims, and every claim is used", () => {
    const used = [...text.matchAll(/<Value of="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(used)).toEqual(new Set(Object.keys(claims)));
  });

  it("read as they should, where they follow from arithmetic", () => {
    const printed = Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, value()]));
    expect(printed).toMatchObject({
      heads: "16",
      width: "128",
      d_k: "32",
      context: "256",
      scores: "65,536",
      attnWeights: "65,536", // 128 · 384 + 128 · 128
      evenStart: "20%", // (1/2 + 1/3 + … + 1/11) / 10
      earlyMask: "0.88, 0.12, 0.00",
      lateMask: "0.47, 0.06, 0.00",
    });
  });
});

describe("the sentences around them", () => {
  it("speak of the texts that the instruments open with", () => {
    for (const shown of [texts.heads, texts.ablate]) expect(text).toContain(`text="${shown}"`);
    expect(lesson.models).toEqual(["story-1m"]);
    expect([config.n_layer, config.n_head]).toEqual([4, 4]);
  });

  it("the start token gets the largest share, more than if shared evenly, and nearly all of layer 1, head 1", () => {
    const { first, ...others } = meanShares;
    for (const share of Object.values(others)) expect(first).toBeGreaterThan(share);
    expect(measures[1][1].shares.first).toBeGreaterThan(0.9);
  });

  it("the open head goes to what followed an earlier copy, where there is one", () => {
    expect(opening.heads.head).toEqual([2, 0]);
    expect(measures[2][0].shares.after).toBeGreaterThan(0.5);
    const others = measures.flat().filter((one) => one !== measures[2][0]);
    for (const { shares } of others) expect(shares.after).toBeLessThan(0.25);
  });

  it("but rows with nothing to copy look at the same full stop", () => {
    const weights = toWeights(heads.dots[2][0], heads.d_k);
    expect(heads.names.slice(6, 9).map((name) => name.trim())).toEqual([".", "She", "opened"]);
    for (const query of [7, 8]) expect(Math.max(...weights[query])).toBe(weights[query][6]);
  });

  it("attention rebuilt from weights is the model's within a millionth", () => {
    expect(heads.gap).toBeLessThan(1e-6);
    expect(claims.gap()).toBe("a millionth");
  });

  it("cells that rebuild a layer match the model within 1e-4", async () => {
    for (const cell of ["rebuild", "block"]) {
      const said = (await run(cell)).at(-1) as TextDisplay;
      expect(Number(/: ([\d.e-]+)/.exec(said.text)?.[1])).toBeLessThan(1e-4);
    }
  });

  it("the variance of q·k is the width, and dividing by its root makes it 1", () => {
    for (const d_k of [4, 64, 512])
      expect(experiment(d_k, uniform(3), { queries: 300 }).variance / d_k).toBeCloseTo(1, 0);
    expect(Math.exp(8)).toBeCloseTo(2981, 0);
  });

  it("unscaled softmax saturates at 512 components, but hardly at 32", () => {
    const wide = experiment(512, uniform(1));
    expect(wide.plain.keys).toBeLessThan(1.5);
    expect(wide.plain.typicalGradient).toBeLessThan(0.01);
    expect(wide.scaled.typicalGradient).toBeGreaterThan(1);
    expect(experiment(32, uniform(1)).plain.typicalGradient).toBeGreaterThan(0.8);
    for (const d_k of [1, 8, 64, 512]) {
      const { keys } = experiment(d_k, uniform(1)).scaled;
      expect(keys).toBeGreaterThan(9.5);
      expect(keys).toBeLessThan(13);
    }
  });

  it("the gradient at the query is a lottery without the scale: nothing for most, a jolt for a few", async () => {
    const { rows } = (await run("lottery"))[0] as TableDisplay;
    const [plain, scaled] = rows.slice(-2).map((row) => row.slice(2) as number[]); // median, mean, largest
    expect(plain[0]).toBeLessThan(scaled[0] / 10);
    expect(plain[1]).toBeGreaterThan(scaled[1]);
    expect(plain[2]).toBeGreaterThan(20 * scaled[2]);
  });

  it("in the trained model components stay within a few times variance 1, while q·k is beyond d_k and off 0", () => {
    for (const spread of spreads) {
      expect(spread.q).toBeGreaterThan(0.3);
      expect(spread.k).toBeLessThan(6);
      expect(spread.dots).toBeGreaterThan(heads.d_k);
      expect(spread.mean).toBeLessThan(0);
    }
  });

  it("additive scores have about half the variance of dot products, on the same random vectors", async () => {
    const [said] = (await run("variance")) as TextDisplay[];
    const [dots, additive] = [...said.text.matchAll(/: ([\d.]+)/g)].map(([, number]) => Number(number));
    expect(additive / dots).toBeGreaterThan(0.35);
    expect(additive / dots).toBeLessThan(0.65);
    expect(await readFile(new URL("./cells/variance.ts", import.meta.url), "utf8")).toContain(texts.variance);
  });

  it("another last word moves no earlier logit", async () => {
    const { rows } = (await run("future"))[0] as TableDisplay;
    const moved = rows.map((row) => row[2] as number);
    expect(moved.slice(0, -1).every((gap) => gap === 0)).toBe(true);
    expect(moved.at(-1)).toBeGreaterThan(1);
    expect(rows.every((row) => row[3] === 0)).toBe(true);
  });

  it("with layer 3, head 2 off the last prediction moves", () => {
    expect(opening.ablate.off).toEqual([[3, 2]]);
    expect(Math.abs(damage.rows[0].after - damage.rows[0].before)).toBeGreaterThan(0.02);
    expect(damage.divergence).toBeGreaterThan(0.1);
  });

  it("with layer 3, head 1 off it hardly moves, but the text before becomes much less expected", () => {
    expect(elsewhere.divergence).toBeLessThan(damage.divergence / 5);
    expect(elsewhere.loss.after - elsewhere.loss.before).toBeGreaterThan(0.2);
  });
});
