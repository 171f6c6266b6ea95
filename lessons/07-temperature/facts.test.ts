import { describe, expect, it } from "vitest";
import { servedAtBuild } from "@/lib/content/services";
import { facts, nucleus, readFacts, temperatures, toOdds } from "./facts";
import { softmax, topP } from "./sampling";

const nameOf = (token: number) => `t${token}`;
const logits = [1, 3, 0.5, 2, -1, 0];
const one = toOdds("p", logits, 1, nameOf);

describe("the odds of a fact", () => {
  it("put the answer first, then the likeliest others", () => {
    expect(one.texts).toEqual(["t1", "t3", "t0", "t2"]);
    expect(toOdds("p", logits, 4, nameOf).texts).toEqual(["t4", "t1", "t3", "t0"]);
  });

  it("are the model's at every temperature, with the filter and without", () => {
    temperatures.forEach((temperature, t) => {
      const probs = softmax(logits, temperature);
      expect(one.open[t][0]).toBeCloseTo(probs[1], 4);
      expect(one.filtered[t][0]).toBeCloseTo(topP(probs, nucleus)[1], 4);
    });
  });
});

describe("the facts", () => {
  it("have an answer of one token, which is where the text with the answer goes on", async () => {
    const { tokenizer } = await servedAtBuild("story-1m");
    for (const [prompt, answer] of facts) {
      const tokens = tokenizer.encode(prompt);
      expect([prompt, tokenizer.encode(prompt + answer)]).toEqual([
        prompt,
        [...tokens, tokenizer.encode(answer)[0]],
      ]);
      expect(tokenizer.encode(answer)).toHaveLength(1);
    }
  });

  it("are read from the model with the answer on top", async () => {
    const odds = await readFacts(undefined, await servedAtBuild("story-1m"));
    expect(odds.map(({ prompt, texts }) => [prompt, texts[0]])).toEqual(facts);
    for (const { open } of odds) expect(open[5][0]).toBeGreaterThan(Math.max(...open[5].slice(1)));
  });
});
