import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { claims, endOf, gpt3, gpt3Adapter } from "./claims";
import { train } from "./controls";
import { losses, numbersIn, openingRank, sizes, slid, trainSize } from "./measured";
import { probes } from "./probes";
import { runsOfStudy } from "./results";

const text = await readFile(new URL("./en.mdx", import.meta.url), "utf8");

describe("the figures of the prose", () => {
  it("are all claims, and every claim is used", () => {
    const used = [...text.matchAll(/<Value of="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(used)).toEqual(new Set(Object.keys(claims)));
  });

  it("read as they should, where they follow from arithmetic", () => {
    const printed = Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, value()]));
    expect(printed).toMatchObject({
      gpt3Bytes: "350 GB",
      gpt3Adapter: "18,874,368", // 96 · 2 · 2 · 4 · 12,288
      gpt3AdapterBytes: "38 MB",
      share4096: "0.39%",
      trainRank1: "8,192", // 4 layers · (512 + 256 + 640 + 640)
      adamFull: "8.7 MB",
      adamLora: "0.3 MB", // 2 · 4 bytes · 32,768
    });
    // "about one 9,300th": the paper rounds to 10,000 (section 4.2)
    expect(gpt3.parameters / gpt3Adapter).toBeGreaterThan(9_000);
    expect(gpt3.parameters / gpt3Adapter).toBeLessThan(10_000);
  });
});

describe("the sentences around them", () => {
  it("an adapter of rank 16 is twice as large as one of rank 8", () => {
    expect(numbersIn("sorting")).toBe(2 * numbersIn("pirate"));
    expect(numbersIn("pirate")).toBeLessThan(0.05 * sizes.base);
  });

  it("the pirate's adapter brings down the loss on a pirate's story, the telegram's that on a telegram", () => {
    expect(losses.pirateAfter).toBeLessThan(losses.pirateBefore - 0.5);
    expect(losses.aloneTelegram).toBeLessThan(2);
  });

  it("together the two take a telegram worse than the telegram's alone", () => {
    expect(losses.bothTelegram).toBeGreaterThan(losses.aloneTelegram + 0.05);
  });

  it("subtracting the pirate makes a pirate's words less likely than leaving it out", async () => {
    expect(losses.slideMinus).toBeGreaterThan(losses.slideZero + 0.2);
    expect(await readFile(new URL("./cells/slide.ts", import.meta.url), "utf8")).toContain(slid);
  });

  it("frozen weights do not keep the adapted model from forgetting", () => {
    const { base: from } = runsOfStudy[0].points[0];
    expect(endOf("LoRA, rank 4").base).toBeGreaterThan(from + 1);
    for (const run of runsOfStudy) expect(run.points.at(-1)!.heldOut).toBeLessThan(run.points[0].heldOut - 1);
  });

  it("here, all weights at a gentle rate learn more than rank 4 and forget less; at three times the rate, twice as much", () => {
    const { base: from } = runsOfStudy[0].points[0];
    const [small, gentle, fast] = ["LoRA, rank 4", "all weights, rate 0.001", "all weights, rate 0.003"].map(
      endOf,
    );
    expect(gentle.heldOut).toBeLessThan(small.heldOut);
    expect(gentle.base).toBeLessThan(small.base);
    expect(fast.heldOut).toBeGreaterThan(gentle.heldOut - 0.05);
    expect((fast.base - from) / (gentle.base - from)).toBeGreaterThan(1.8);
    expect(endOf("LoRA, rank 16").base).toBeGreaterThan(Math.log(2048));
  });

  it("speak of the rank with which the training instrument opens", () => {
    expect(train.controls.rank.initial).toBe(openingRank);
    expect(trainSize(openingRank)).toBe(openingRank * trainSize(1));
  });

  it("the probes are of the kinds they are said to be", () => {
    expect(probes.telegram).toBe(probes.telegram.toUpperCase());
    expect(probes.pirate).toMatch(/\b[Tt]h'/);
    expect(probes.sorting.split("\n")[0]).toMatch(/^Sort: [\d ]+ -> [\d ]+$/);
    expect(probes.story).not.toContain("th'");
  });
});
