import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { TooLong, tokensWithin } from "./context";
import { createTokenizer } from "./tokenizer";

const tokenizer = createTokenizer(
  JSON.parse(await readFile("public/models/story-1m/tokenizer.json", "utf8")),
);

function refusalOf(text: string, most: number): TooLong {
  try {
    tokensWithin(tokenizer, text, most);
  } catch (error) {
    return error as TooLong;
  }
  throw new Error("It was read.");
}

describe("tokensWithin", () => {
  it("gives all tokens of a text that fits, to the last", () => {
    const tokens = tokenizer.encode("A dog saw a cat.");
    expect(tokensWithin(tokenizer, "A dog saw a cat.", tokens.length)).toEqual(tokens);
    expect(tokensWithin(tokenizer, "", 0)).toEqual([]);
  });

  it.each([
    "A dog saw a cat. ".repeat(600),
    "猫在睡觉。🙂".repeat(90),
    "x".repeat(5_000),
    "\u0001 ".repeat(400),
  ])("refuses a longer one, and says what could be left out: %#", (text) => {
    const error = refusalOf(text, 255);
    const total = tokenizer.encode(text).length;
    expect(error).toBeInstanceOf(TooLong);
    expect(error.message).toBe(
      `This text has ${total} tokens; the model reads at most 255 at once. Shorten it, or leave out the first ${error.excess}.`,
    );
    expect(text.endsWith(error.rest)).toBe(true);
    const kept = tokensWithin(tokenizer, error.rest, 255).length;
    expect(kept).toBe(total - error.excess);
    expect(kept).toBeGreaterThan(245); // not more than has to go, but for the pieces of a character or a word
  });
});
