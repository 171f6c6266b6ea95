import { describe, expect, it } from "vitest";
import { ranking, softmax } from "./sampling";
import { distribution, neutral } from "./settings";
import { stringsFor } from "./strings";
import { toRows, toSummary } from "./summary";

const words = stringsFor("en");
const logits = [0.5, 0.3, 0.15, 0.05].map(Math.log);
const summaryAt = (changes: Partial<typeof neutral>) =>
  words.summary(toSummary(distribution(logits, [], { ...neutral, ...changes })));

describe("the summary sentence", () => {
  it("says how many tokens are kept, their mass, the scale and both entropies", () => {
    expect(summaryAt({ topK: 2 })).toBe(
      "2 of 4 tokens kept, holding 80.0% of the mass; each survivor is scaled by 1.25; entropy 1.14 → 0.66 nats.",
    );
  });
  it("says when nothing is cut", () => {
    expect(summaryAt({})).toBe(
      "All 4 tokens can be drawn: no filter cuts, nothing is rescaled; entropy 1.14 nats.",
    );
  });
  it("says that temperature 0 is argmax", () => {
    expect(summaryAt({ temperature: 0 })).toMatch(/^Temperature 0 is argmax/);
    expect(summaryAt({ temperature: 0, topP: 0 })).toMatch(/^Temperature 0 is argmax/);
  });
  it("is about the filter, not argmax, when top-p 0 leaves one token", () => {
    expect(summaryAt({ topP: 0 })).toMatch(/^1 of 4 tokens kept, holding 50.0% of the mass/);
  });
});

describe("the other sentences", () => {
  it("name what removed a row", () => {
    const rows = toRows(distribution(logits, [], { ...neutral, topK: 2 }), softmax(logits), ranking(logits));
    expect(words.sampler.row(rows[0], "“·a”")).toBe("“·a”, rank 1, 50.0% before filtering, 62.5% drawn with");
    expect(words.sampler.row(rows[2], "“·c”")).toBe("“·c”, rank 3, 15.0%, removed by top-k");
  });
  it("list only the settings that are on", () => {
    expect(words.settings({ ...neutral, temperature: 0.8, topP: 0.9 }, 7)).toBe(
      "T 0.80 · top-p 0.9 · seed 7",
    );
    expect(words.settings({ ...neutral, temperature: 0 })).toBe("argmax");
    expect(words.settings({ ...neutral, presence: -1 })).toBe("T 1.00 · presence −1.0");
  });
  it("count the rest, and how much of it is kept", () => {
    expect(words.sampler.rest(2028, 2028)).toBe("the other 2,028 tokens");
    expect(words.sampler.rest(2028, 0)).toBe("the other 2,028 tokens, none kept");
    expect(words.sampler.rest(2028, 5)).toBe("the other 2,028 tokens, 5 kept");
  });
  it("compare two settings", () => {
    const a = toSummary(distribution(logits, [], { ...neutral, topK: 1 }));
    const b = toSummary(distribution(logits, [], neutral));
    expect(words.compare.difference(a, b, 0.5)).toBe(
      "A keeps 1 token (entropy 0.00 nats), B 4 (1.14 nats). Their total variation distance is 0.500: however their dice are coupled, at least 50.0% of their draws differ.",
    );
    expect(words.compare.difference(b, b, 0)).toMatch(/0\.000: they draw alike\.$/);
  });
  it("read the curve at both ends", () => {
    expect(words.curve.reading(0, 0, 1, "“·girl”")).toBe(
      "At T = 0.00 the entropy is 0.00 nats (0.00 bits), as if choosing evenly among 1.0 tokens; “·girl” gets 100%.",
    );
    expect(words.curve.reading(Number.POSITIVE_INFINITY, Math.log(2048), 1 / 2048, "“·girl”")).toMatch(
      /^At T = ∞ the entropy is 7\.62 nats \(11\.00 bits\), as if choosing evenly among 2,048 tokens/,
    );
  });
});
