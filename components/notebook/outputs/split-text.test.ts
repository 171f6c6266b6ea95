import { describe, expect, it } from "vitest";
import { splitText } from "./split-text";

const lines = (count: number) => Array.from({ length: count }, (_, i) => `line ${i}`).join("\n");

describe("splitText", () => {
  it("leaves what is short whole, also a few lines over", () => {
    expect(splitText("a\nb").rest).toBe("");
    expect(splitText(lines(25)).rest).toBe("");
  });

  it("parts a long text between two lines, and loses nothing", () => {
    const { head, rest, lines: more } = splitText(lines(100));
    expect(head.split("\n")).toHaveLength(20);
    expect(more).toBe(80);
    expect(`${head}\n${rest}`).toBe(lines(100));
  });

  it("parts one endless line", () => {
    const { head, rest } = splitText("x".repeat(9_000));
    expect(head.length + rest.length).toBe(9_000);
    expect(head).toHaveLength(2_000);
  });
});
