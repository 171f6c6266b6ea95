import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTokenizer } from "./tokenizer";

const tokenizer = createTokenizer(JSON.parse(readFileSync("public/models/story-1m/tokenizer.json", "utf8")));
const golden: { text: string; ids: number[] }[] = JSON.parse(
  readFileSync("training/story_1m/golden_tokens.json", "utf8"),
);

describe("tokenizer", () => {
  it.each(golden)("cuts $text as the training code does", ({ text, ids }) => {
    expect(tokenizer.encode(text)).toEqual(ids);
  });

  it("gives back any Unicode text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(tokenizer.decode(tokenizer.encode(text))).toBe(text.toWellFormed());
      }),
    );
  });

  it("turns a lone surrogate into U+FFFD instead of failing", () => {
    expect(tokenizer.decode(tokenizer.encode("a\ud800b"))).toBe("a\ufffdb");
  });

  it("reads 10,000 characters without a space", () => {
    const text = "qxzjkvbwpy".repeat(1_000);
    expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
  });
});
