import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { findLessons } from "@/lib/content/lesson";
import { modelAtBuild } from "@/lib/content/model-at-build";
import { notebookAtBuild } from "@/lib/content/notebook";
import { servicesAtBuild } from "@/lib/content/services";
import {
  claims,
  cool,
  factsAt,
  fourToOne,
  hot,
  length,
  logits,
  minPGap,
  presenceFactor,
  spoiled,
  vocabulary,
  warm,
} from "./claims";
import { toFactRows } from "./experiment";
import { cut, entropies, leader, loops, odds, outcomes, prompts, repeats } from "./measured";
import { minP, type Penalties, penalize, ranking, softmax, topK, topP } from "./sampling";

const text = await readFile(new URL("./en.mdx", import.meta.url), "utf8");
const [lesson] = (await findLessons("en")).filter(({ folder }) => folder === "07-temperature");
const signal = new AbortController().signal;
const countKept = (probs: readonly number[]) => probs.filter((prob) => prob > 0).length;

async function nextProbs(prompt: string, temperature = 1): Promise<number[]> {
  return softmax(
    Array.from(await servicesAtBuild.logits(signal, { model: "story-1m", text: prompt })),
    temperature,
  );
}

const shownBy = async (cell: string) =>
  (await notebookAtBuild(lesson)).cells.find(({ id }) => id === cell)!.outputs;

describe("the figures of the prose", () => {
  it("are all claims, and every claim is used", () => {
    const used = [...text.matchAll(/<Value of="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(used)).toEqual(new Set(Object.keys(claims)));
  });

  it("read as they are printed", async () => {
    const printed = Object.entries(claims).map(async ([name, value]) => [name, await value()]);
    expect(Object.fromEntries(await Promise.all(printed))).toMatchObject({
      vocabulary: "2,048",
      ratioAtHalf: "16",
      ratioAtTwo: "2",
      uniform: "0.049%",
      keyAt0: "100.0%",
      "keyAt0.5": "86.7%",
      keyAt1: "66.5%",
      keyAt2: "50.6%",
      scoresAt10: "0.2, 0.1, 0",
      keyAt10: "36.7%",
      frogAt10: "30.1%",
      maxEntropy: "7.62",
      maxBits: "11",
      spoiledText: "87%",
      gapAt1: "2.3",
      gapAt2: "4.6",
      presenceFactor: "2.7",
    });
    // Some write hundreds of tokens.
  }, 240_000);

  it("speak of this model", async () => {
    expect((await modelAtBuild("story-1m")).manifest.config.n_vocab).toBe(vocabulary);
    expect((await modelAtBuild("story-1m")).manifest.parameters / 1e6).toBeCloseTo(1, 0);
  });
});

describe("the sentences around them", () => {
  it("four to one becomes sixteen to one at half the temperature", () => {
    const [key, ball] = softmax(fourToOne);
    expect(key / ball).toBeCloseTo(4);
    for (const T of [0.25, 0.5, 2, 3]) {
      const [hotKey, hotBall] = softmax(fourToOne, T);
      expect(hotKey / hotBall).toBeCloseTo(4 ** (1 / T));
    }
  });

  it("only differences of logits matter, and the order never changes", async () => {
    const shifted = softmax(logits.map((logit) => logit + 1000));
    softmax(logits).forEach((prob, i) => {
      expect(shifted[i]).toBeCloseTo(prob, 12);
    });
    const order = ranking(await nextProbs("Lily opened the box and found a")).slice(0, 50);
    for (const T of [0.5, 1.5, 5])
      expect(ranking(await nextProbs("Lily opened the box and found a", T)).slice(0, 50)).toEqual(order);
  });

  it("a token gains from heat exactly while its logit lies below the weighted average", () => {
    const scores = [4, 2, 1, 0, 0, 0, -1, -3];
    for (const T of [0.3, 0.8, 1, 2, 5, 20]) {
      const probs = softmax(scores, T);
      const average = probs.reduce((sum, prob, i) => sum + prob * scores[i], 0);
      const warmer = softmax(scores, T * 1.0001);
      scores.forEach((score, i) => {
        expect(warmer[i] > probs[i]).toBe(score < average);
      });
    }
  });

  it("a high temperature takes from the leader and gives to the stragglers, against note 000 #20", () => {
    expect(softmax(logits, 10)[0]).toBeLessThan(softmax(logits)[0]);
    expect(softmax(logits, 10)[2]).toBeGreaterThan(softmax(logits)[2]);
    for (const prob of softmax(logits, 1e6)) expect(prob).toBeCloseTo(1 / 3, 5);
    expect(softmax(logits, 1e-3)[0]).toBeCloseTo(1);
  });

  it("two percent a step spoil most texts of a hundred tokens", () => {
    expect(text).toContain(`Over ${length} tokens`);
    expect(1 - (1 - spoiled) ** length).toBeCloseTo(0.867, 3);
  });

  it("from temperature 1 to 2, top-k keeps as many tokens, top-p and min-p more", async () => {
    const [cool, hot] = [
      await nextProbs("Lily opened the box and found a"),
      await nextProbs("Lily opened the box and found a", 2),
    ];
    expect(countKept(topK(hot, 10))).toBe(countKept(topK(cool, 10)));
    expect(countKept(topP(hot, 0.9))).toBeGreaterThan(countKept(topP(cool, 0.9)));
    expect(countKept(minP(hot, 0.1))).toBeGreaterThan(countKept(minP(cool, 0.1)));
  });

  it("min-p is a limit on the gap below the largest logit", () => {
    const scores = [3, 1, 0.5, -0.5, -1.7, -2];
    for (const T of [0.5, 1, 2]) {
      const kept = minP(softmax(scores, T), 0.1);
      expect(kept.map((prob) => prob > 0)).toEqual(scores.map((score) => 3 - score <= minPGap(T)));
    }
  });

  it("a repetition penalty, alone among the knobs, depends on more than differences", () => {
    const by = (penalty: Partial<Penalties>, shift: number) => {
      const shifted = logits.map((logit) => logit + shift);
      return softmax(penalize(shifted, [0], { repetition: 1, presence: 0, frequency: 0, ...penalty }))[0];
    };
    expect(by({ repetition: 1.2 }, 0)).not.toBeCloseTo(by({ repetition: 1.2 }, 10), 2);
    expect(by({ presence: 1, frequency: 1 }, 0)).toBeCloseTo(by({ presence: 1, frequency: 1 }, 10), 12);
  });

  it("a presence penalty of 1 divides the odds by e", () => {
    expect(presenceFactor()).toBeCloseTo(Math.E, 9);
  });
});

describe("what the lesson says of the model", () => {
  it("it is surer of what follows Once upon a than of what Lily finds", async () => {
    const [sure, open] = [await nextProbs("Once upon a"), await nextProbs("Lily opened the box and found a")];
    expect(Math.max(...sure)).toBeGreaterThan(Math.max(...open));
    expect(countKept(topP(sure, 0.9))).toBeLessThan(10);
    expect(countKept(topP(open, 0.9))).toBeGreaterThan(10);
  });
});

describe("what the lesson says of known facts", () => {
  const shareAt = (temperature: number, filter = false) => {
    const { wrong, draws } = factsAt(temperature, filter);
    return wrong / draws;
  };

  it("at temperature 0 all come out right, for the answer is the likeliest token", () => {
    for (const { open, filtered } of odds) expect([open[0][0], filtered[0][0]]).toEqual([1, 1]);
    expect(factsAt(0).wrong).toBe(0);
  });

  it("the guess asked for is within its tolerance of what was measured", () => {
    const [, answer, tolerance] = /07-facts" .* answer=\{(\d+)\} .* tolerance=\{(\d+)\}/.exec(text)!;
    expect(Math.abs(100 * shareAt(1) - Number(answer))).toBeLessThan(Number(tolerance) / 2);
  });

  it("the share of errors climbs with temperature, and the draws agree with what is computed", () => {
    const expected = outcomes.open.map((outcome) => outcome.expected);
    expect([...expected].sort((a, b) => a - b)).toEqual(expected);
    expect(shareAt(warm)).toBeGreaterThan(5 * shareAt(cool));
    expect(shareAt(hot)).toBeGreaterThan(2 * shareAt(warm));
    const missed = outcomes.open.filter(({ interval: [from, to], expected: e }) => e < from || e > to);
    expect(missed.length).toBeLessThanOrEqual(2);
  });

  it("at temperature 1 most errors come from few facts", () => {
    const rows = toFactRows(odds, factsAt(1));
    const errors = (count: number) => rows.slice(0, count).reduce((sum, { wrong }) => sum + wrong, 0);
    expect(errors(2)).toBeGreaterThan(errors(rows.length) / 2);
  });

  it("top-p helps at temperature 1, and little when hot", () => {
    expect(shareAt(1, true)).toBeLessThan(0.65 * shareAt(1));
    expect(shareAt(hot, true)).toBeGreaterThan(0.8 * shareAt(hot));
  });

  it("the model gets wrong what jam is made from", async () => {
    const [best] = ranking(await nextProbs("We make jam from"));
    const { tokenizer } = await modelAtBuild("story-1m");
    expect(" fruit".startsWith(tokenizer.text(best))).toBe(false);
  });
});

describe("what the lesson says of filters and entropy", () => {
  it("after Once upon a there is no doubt, after Lily opened the box there is much", () => {
    expect(entropies.sure).toBeLessThan(0.01);
    expect(entropies.sure).toBeLessThan(entropies.leader);
    expect(entropies.leader).toBeLessThan(entropies.open);
    for (const prompt of Object.values(prompts)) expect(text).toContain(prompt);
  });

  it("top-k lets too many in where one token has everything, and shuts out most where many would do", () => {
    expect(cut("sure", "top-p")).toMatchObject({ kept: 1 });
    expect(cut("sure", "top-p").mass).toBeGreaterThan(0.9999);
    expect(cut("open", "top-k").mass).toBeLessThan(0.5);
  });

  it("top-p follows a hot distribution into its tail, min-p measures by the leader", () => {
    expect(cut("leader", "top-p", 2).kept).toBeGreaterThan(20 * cut("leader", "top-p").kept);
    expect(cut("leader", "min-p")).toMatchObject({ kept: 1 });
    // No name: those begin with a capital letter.
    expect(leader).toMatch(/^ [a-z]+$/);
    expect(cut("leader", "min-p", 2).kept).toBeLessThan(cut("leader", "top-p", 2).kept / 10);
  });
});

describe("what the lesson says of repetition", () => {
  const share = async (temperature: number, penalty: number) => {
    const { repeated, all } = await repeats(temperature, penalty);
    return repeated / all;
  };

  it("lists of facts repeat themselves the more, the colder they are written", async () => {
    expect(await share(0.1, 1)).toBeGreaterThan(2 * (await share(0.7, 1)));
    expect(await share(0.7, 1)).toBeGreaterThan(2 * (await share(1, 1)));
  });

  it("a repetition penalty breaks the loop, and the list off", async () => {
    for (const temperature of loops.temperatures) {
      expect(await share(temperature, 1.2)).toBeLessThan(0.01);
      const [plain, penalized] = [await repeats(temperature, 1), await repeats(temperature, 1.2)];
      expect(penalized.all).toBeLessThan(0.6 * plain.all);
    }
  });
});

describe("every cell of the text", () => {
  const names = [...text.matchAll(/<Cell name="([^"]+)"/g)].map((match) => match[1]);

  it("belongs to a lesson whose frontmatter is complete", () => {
    expect(lesson.sources.length).toBeGreaterThan(8);
    const cited = [...text.matchAll(/<Cite id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(cited)).toEqual(new Set(lesson.sources.map(({ id }) => id)));
  });

  it.each(names)("%s runs and shows something", async (name) => {
    const shown = await shownBy(name);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter(({ kind }) => kind === "error")).toEqual([]);
  });

  it("rounding lets the order of a sum choose the winner", async () => {
    const [table] = await shownBy("rounding");
    expect(table).toMatchObject({ kind: "table" });
    const wins = table.kind === "table" ? table.rows.map((row) => row[2]) : [];
    expect(new Set(wins)).toEqual(new Set([true, false]));
  });
});
