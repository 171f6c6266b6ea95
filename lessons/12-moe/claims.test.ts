import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { findLessons } from "@/lib/content/lesson";
import { notebookAtBuild } from "@/lib/content/notebook";
import type { Display, TableDisplay } from "@/lib/notebook/display";
import { claims } from "./claims";
import { kindNames } from "./kinds";
import { lossWith, measureRoutes } from "./measure/measure";
import { card, config, figures, means, ours, parameters, rises, twinParameters } from "./measured";
import { models, opening, shape } from "./presets";
import { allTexts, moe, probes, twin } from "./served";
import { type Design, mixtral, sizesOf } from "./sizes";
import { meanLoss, readSwitches } from "./view";

const text = await readFile(new URL("./en.mdx", import.meta.url), "utf8");
const [lesson] = (await findLessons("en")).filter(({ folder }) => folder === "12-moe");
const named = (tag: RegExp) => [...text.matchAll(tag)].map((match) => match[1]);

describe("the figures of the prose", () => {
  it("are all claims, and every claim is used; every source is cited", () => {
    expect(new Set(named(/<Value of="([^"]+)"/g))).toEqual(new Set(Object.keys(claims)));
    expect(new Set(named(/<Cite id="([^"]+)"/g))).toEqual(new Set(lesson.sources.map(({ id }) => id)));
  });

  it("read as they should, where they follow from arithmetic", () => {
    const printed = Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, value()]));
    expect(printed).toMatchObject({
      total: "2,658,560",
      active: "1,076,480",
      mixtralTotal: "46,702,792,704",
      mixtralActive: "12,879,925,248",
      mixtralBytes: "93 GB",
      readOne: "28%",
      expertsEight: "7.2",
    });
    for (const [name, value] of Object.entries(printed)) expect(value, name).not.toMatch(/NaN|undefined/);
  });
});

describe("the measured figures", () => {
  it("come out the same when they are measured again", async () => {
    const again = await lossWith(5);
    for (const kind of kindNames) expect(again[kind]).toBeCloseTo(figures.perToken[4][kind], 3);
    const { load, loads, guess, tokens } = await measureRoutes(allTexts);
    expect(tokens).toBe(figures.tokens);
    for (const [layer, shares] of load.entries()) {
      for (const [e, share] of shares.entries()) expect(share).toBeCloseTo(figures.load[layer][e], 2);
      for (const [e, share] of loads[layer].code.entries())
        expect(share).toBeCloseTo(figures.loads[layer].code[e], 2);
      expect(guess[layer].token).toBeCloseTo(figures.guess[layer].token, 2);
    }
  }, 240_000); // both networks over all texts

  it("belong to a mixture and its dense twin, of the shape that controls and prose speak of", () => {
    expect(lesson.models).toEqual(Object.values(models));
    expect({ layers: config.n_layer, experts: config.n_expert, perToken: config.n_expert_per_token }).toEqual(
      shape,
    );
    expect(sizesOf(ours).total).toBe(parameters);
    expect(twin.config.d_ff).toBe(shape.perToken * config.d_ff); // "as wide as two experts together"
    expect(Math.abs(sizesOf(ours).active / twinParameters - 1)).toBeLessThan(0.01); // "the same work"
    expect(twin.tokenizer.encode(allTexts.story[0])).toEqual(moe.tokenizer.encode(allTexts.story[0]));
  });
});

describe("the sentences around them", () => {
  it("moe does better than its twin, not by much, and best with the two experts it was trained with", () => {
    const [ours, theirs] = [card.heldOut.nats_per_token, card.twin.heldOut.nats_per_token];
    expect(ours).toBeLessThan(theirs);
    expect(theirs - ours).toBeLessThan(0.1);
    expect(means[1]).toBeLessThan(meanLoss(figures.twin));
    expect(means.indexOf(Math.min(...means))).toBe(1);
    expect(means[0]).toBeGreaterThan(Math.max(...means.slice(1)));
  });

  it("the token tells the expert far better than the kind of text does, most of all in layer 0", () => {
    for (const { blind, kind, token } of figures.guess) {
      expect(token).toBeGreaterThan(1.7 * kind);
      expect(kind).toBeGreaterThan(blind);
    }
    expect(figures.guess[0].token).toBeGreaterThan(0.8);
    expect(figures.guess[3].token).toBeLessThan(0.6);
  });

  it("expert 5 of layer 0 gets the digits and the comma, expert 7 every full stop", () => {
    const tokens = (expert: number) => figures.likes[0][expert].filter(({ share }) => share === 1);
    expect(tokens(5).map(({ text }) => text)).toEqual(expect.arrayContaining([",", "3", "4", " =", " +"]));
    expect(tokens(7).map(({ text }) => text)).toContain(".");
    expect(figures.loads[0].sums[5]).toBeGreaterThan(4 * figures.loads[0].story[5]);
  });

  it("without that expert, sentences no longer begin with a capital", async () => {
    const order = { perToken: 2, off: [[0, 7]] as const, prompt: opening.switches.prompt };
    const { written } = await readSwitches(undefined, moe, order, probes);
    expect(written.before).toMatch(/\. [A-Z]/);
    expect(written.before).not.toMatch(/\. [a-z]/);
    expect(written.after).toMatch(/\. [a-z]/);
  });

  it("experts are missed in the first layer and hardly in the last two", () => {
    expect(Math.min(...rises[0])).toBeGreaterThan(5 * Math.max(...rises.slice(2).flat()));
    expect(rises[0].indexOf(Math.max(...rises[0]))).toBe(7);
  });

  it("layer 0 is the uneven one", () => {
    expect(figures.balance.indexOf(Math.max(...figures.balance))).toBe(0);
    const spread = figures.load.map((shares) => Math.max(...shares) - Math.min(...shares));
    expect(spread.indexOf(Math.max(...spread))).toBe(0);
  });

  it("a fifth of moe is shared, and a thirtieth of Mixtral", () => {
    const part = (design: Design) =>
      (sizesOf(design).shared + sizesOf(design).routers) / sizesOf(design).total;
    expect(1 / part(ours)).toBeCloseTo(5, 0);
    expect(1 / part(mixtral) / 30).toBeCloseTo(1, 1);
  });
});

describe("the cells", () => {
  let shown: Map<string, Display[]>;
  beforeAll(async () => {
    shown = new Map((await notebookAtBuild(lesson)).cells.map(({ id, outputs }) => [id, outputs]));
  }, 240_000);
  const tableOf = (id: string) =>
    shown.get(id)!.find((one): one is TableDisplay => one.kind === "table")!.rows as (string | number)[][];

  it.each(named(/<Cell name="([^"]+)"/g))("%s runs, shows something, and finds nothing amiss", (id) => {
    const outputs = shown.get(id)!;
    expect(outputs.length).toBeGreaterThan(0);
    expect(outputs.filter(({ kind }) => kind === "error")).toEqual([]);
    for (const output of outputs)
      if (output.kind === "expectation") expect(output).toMatchObject({ passed: true });
  });

  it("train a lopsided router without the balance loss, and an even one with it", () => {
    const [without, balanced] = tableOf("balance").map((row) => row.slice(2).map((part) => Number.parseInt(String(part), 10))); // biome-ignore format: two rows
    expect(without[0] + without[1]).toBeGreaterThan(50); // "two experts take more than half"
    expect(without[7]).toBeLessThan(3); // "one is hardly asked"
    expect(balanced[0] - balanced[7]).toBeLessThan(6);
    const [before, after] = tableOf("balance").map((row) => Number(row[1]));
    expect(after).toBeGreaterThan(0.9 * before); // "the error is not smaller for it"
  });
});
