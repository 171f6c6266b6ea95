import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printed, spoken, toPieces } from "./visible";

describe("toPieces", () => {
  it("shows the space in front of a word", () => {
    expect(toPieces(" girl")).toEqual([{ kind: "space" }, { kind: "text", text: "girl" }]);
  });
  it("marks control characters, direction overrides and broken characters", () => {
    expect(printed("\n\t\u001b")).toBe("‹LF›‹TAB›‹ESC›");
    expect(printed("\u0000\u202e\u200b\u0085\u00a0\ufeff")).toBe(
      "‹NUL›‹U+202E›‹U+200B›‹U+0085›‹U+00A0›‹U+FEFF›",
    );
    expect(printed("\ufffd")).toBe("�");
  });
  it("leaves every visible script alone", () => {
    for (const text of ["猫在睡觉。", "café", "🙂", "Привет", "<b>&amp;"])
      expect(toPieces(text)).toEqual([{ kind: "text", text }]);
  });
  it("never leaves a character without a shape in the text", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const texts = toPieces(text).map((piece) => (piece.kind === "text" ? piece.text : ""));
        expect(texts.join("")).not.toMatch(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point} ]/u);
      }),
    ));
  it("loses nothing: as many pieces as characters, printed runs joined", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const letters = toPieces(text).reduce(
          (n, piece) => n + (piece.kind === "text" ? [...piece.text].length : 1),
          0,
        );
        expect(letters).toBe([...text].length);
      }),
    ));
});

describe("spoken", () => {
  it("says spaces and marks by name", () => {
    expect(spoken(" girl")).toBe("space girl");
    expect(spoken("\n")).toBe("line break");
  });
});
