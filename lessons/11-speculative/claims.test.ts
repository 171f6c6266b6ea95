import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { findLessons } from "@/lib/content/lesson";
import { notebookAtBuild } from "@/lib/content/notebook";
import { assistant, claims, example } from "./claims";
import { kindNames, kinds } from "./kinds";
import { measureRun, plan } from "./measure/acceptance";
import { acceptance, acceptanceOf, clock, cost, speed } from "./measured";
import { mostDrafted, opening, pair } from "./presets";
import { outcome, rules } from "./rules";
import { draft, target, weights, writeRounds } from "./served";
import { bestGamma, speedUp } from "./speed";
import { writtenIn } from "./view";

const text = await readFile(new URL("./en.mdx", import.meta.url), "utf8");
const [lesson] = (await findLessons("en")).filter(({ folder }) => folder === "11-speculative");

describe("the figures of the prose", () => {
  it("are all claims, and every claim is used", () => {
    const used = [...text.matchAll(/<Value of="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(used)).toEqual(new Set(Object.keys(claims)));
  });

  it("read as they are printed, where they depend on no model", () => {
    const printed = Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, value()]));
    expect(printed).toMatchObject({
      ballKeep: "60%",
      exampleRejected: "30%",
      keyOut: "50%",
      ballOut: "30%",
      frogOut: "20%",
      wrongKey: "35%",
      fourAtEighty: "3.36",
      endlessAtEighty: "5",
      noteMiddle: "1.39",
      noteLow: "1.31",
      noteHigh: "1.48",
      sixthAtFour: "2.02",
    });
    for (const [name, value] of Object.entries(printed))
      expect(value, name).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe("the sentences around them", () => {
  it("what the draft is missing is what it is rejected for, and the rule gives it back", () => {
    const { p, q } = example;
    for (const [x, prob] of outcome(q, rules.right(p, q)).entries()) expect(prob).toBeCloseTo(p[x], 12);
    expect(outcome(q, rules.noResidual(p, q))[0]).toBeCloseTo(0.35, 12);
  });

  it("the note's assistant never reaches twice the speed, and the guess to predict is right", () => {
    for (let alpha = assistant.low; alpha <= assistant.high; alpha += 0.01)
      expect(speedUp(alpha, bestGamma(alpha, assistant.c), assistant.c)).toBeLessThan(1.5);
    const best = speedUp(assistant.middle, bestGamma(assistant.middle, assistant.c), assistant.c);
    expect(text).toContain(`answer={${best.toFixed(2)}} unit="times"`);
  });

  it("a guess costs more by the clock than by arithmetic, a check more than one token", () => {
    expect(draft.config.n_layer * 2).toBe(target.config.n_layer); // "half as many steps"
    expect(cost.clock).toBeGreaterThan(1.5 * cost.arithmetic);
    expect(clock.check).toBeGreaterThan(1.1);
    expect(clock.formula).toBeGreaterThan(clock.adjusted);
    expect(clock.speedUp).toBeLessThan(0.85 * clock.ideal); // "so far from the promise"
  });
});

describe("the measured figures", () => {
  it("belong to the models that are shipped", () => {
    expect(acceptance.weights).toEqual(weights);
    expect(speed.weights).toEqual(weights);
    expect(acceptance).toMatchObject({ gamma: plan.gamma, limit: plan.limit, seed: plan.seed });
    const runs = kindNames.flatMap((kind) =>
      plan.temperatures.flatMap((temperature) =>
        kinds[kind].prompts.map((_, prompt) => `${kind} ${temperature} ${prompt}`),
      ),
    );
    expect(acceptance.runs.map((run) => `${run.kind} ${run.temperature} ${run.prompt}`)).toEqual(runs);
    expect(speed.check.map(({ tokens }) => tokens)).toEqual([2, 3, 4, 5, 6, 7, 8].slice(0, mostDrafted));
  });

  it.each([
    ["story", 1, 1],
    ["code", 0, 1],
    ["sums", 0, 0],
    ["weather", 2, 1],
  ] as const)("of %s come out the same when they are measured again", async (kind, prompt, temperature) => {
    const stored = acceptance.runs.find(
      (run) => run.kind === kind && run.prompt === prompt && run.temperature === temperature,
    );
    expect(await measureRun(kind, prompt, temperature)).toEqual(stored);
  });

  it("count no more kept than judged, and every kind of text", () => {
    for (const kind of kindNames)
      for (const temperature of plan.temperatures) {
        const { rate, perRound } = acceptanceOf(kind, temperature);
        expect(rate).toBeGreaterThan(0);
        expect(rate).toBeLessThanOrEqual(1);
        expect(perRound).toBeLessThanOrEqual(plan.gamma + 1);
      }
  });
});

describe("the pair", () => {
  it("has one vocabulary and one tokenizer", () => {
    expect(draft.config.n_vocab).toBe(target.config.n_vocab);
    for (const kind of kindNames)
      for (const prompt of kinds[kind].prompts)
        expect(draft.tokenizer.encode(prompt)).toEqual(target.tokenizer.encode(prompt));
    expect(lesson.models).toEqual([pair.target, pair.draft]);
  });

  it("writes at temperature 0 in rounds what the target writes alone", async () => {
    for (const kind of ["story", "code", "facts"] as const) {
      const order = { ...opening.rounds, temperature: 0, limit: 30, prompt: kinds[kind].prompts[0] };
      const ids = async (gamma: number) =>
        (await writeRounds({ ...order, gamma })).flatMap((round) =>
          writtenIn(round).map(({ token }) => token),
        );
      expect(await ids(4)).toEqual(await ids(0));
    }
  });
});

describe("every cell of the text", () => {
  const names = [...text.matchAll(/<Cell name="([^"]+)"/g)].map((match) => match[1]);

  it("belongs to a lesson whose sources are all cited", () => {
    const cited = [...text.matchAll(/<Cite id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(cited)).toEqual(new Set(lesson.sources.map(({ id }) => id)));
  });

  it.each(names)("%s runs, shows something, and finds nothing amiss", async (name) => {
    const { outputs } = (await notebookAtBuild(lesson)).cells.find(({ id }) => id === name)!;
    expect(outputs.length).toBeGreaterThan(0);
    expect(outputs.filter(({ kind }) => kind === "error")).toEqual([]);
    for (const output of outputs)
      if (output.kind === "expectation") expect(output).toMatchObject({ passed: true });
  });
});
