import { describe, expect, it } from "vitest";
import { toSegments } from "./segments";

describe("toSegments", () => {
  it("parts the words found from the text around them", () => {
    expect(toSegments("a <mark>logit</mark> is, and <mark>logits</mark>")).toEqual([
      { text: "a ", found: false },
      { text: "logit", found: true },
      { text: " is, and ", found: false },
      { text: "logits", found: true },
    ]);
  });

  it("reads escaped characters once", () => {
    expect(toSegments("a &lt; b &amp;lt; c")).toEqual([{ text: "a < b &lt; c", found: false }]);
  });

  it("leaves other tags as text, for nobody to run", () => {
    expect(toSegments("<img onerror=x>")).toEqual([{ text: "<img onerror=x>", found: false }]);
    expect(toSegments("")).toEqual([]);
  });
});
