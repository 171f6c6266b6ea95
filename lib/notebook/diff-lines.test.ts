import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffLines } from "./diff-lines";

const marks = { both: " ", mine: "-", other: "+" };
const diff = (a: string, b: string) => diffLines(a, b).map(({ from, text }) => `${marks[from]}${text}`);

describe("diffLines", () => {
  it("keeps what is common and shows what is the reader's and what is the solution's", () => {
    expect(diff("a\nmask\nc", "a\nscale\nmask\nd\n")).toEqual([" a", "+scale", " mask", "-c", "+d"]);
    expect(diff("same\n", "same")).toEqual([" same"]);
  });

  it("loses no line of either text", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", ""), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [mine, other] = [`${a.join("\n")}\n.`, `${b.join("\n")}\n.`];
        const lines = diffLines(mine, other);
        const of = (side: string) => lines.filter(({ from }) => from === "both" || from === side);
        expect(of("mine").map(({ text: line }) => line)).toEqual(mine.split("\n"));
        expect(of("other").map(({ text: line }) => line)).toEqual(other.split("\n"));
      }),
    );
  });
});
