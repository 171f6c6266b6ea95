import { describe, expect, it } from "vitest";
import { isDeep, parseSaid } from "./said";

const shown = (text: string) =>
  JSON.stringify({ type: "shown", display: { kind: "text", text, tone: "log" } });

describe("what a kernel says", () => {
  it("is read when it is one of ours, whatever stands in its texts", () => {
    for (const text of ["x", "[".repeat(10_000), '{"a": "\\'.repeat(500), "\\"])
      expect(parseSaid(shown(text))).toMatchObject({ type: "shown", display: { text } });
  });

  it("is not even parsed when it nests without end", () => {
    expect(isDeep("[".repeat(100) + "]".repeat(100))).toBe(false);
    expect(isDeep("[".repeat(101) + "]".repeat(101))).toBe(true);
    expect(parseSaid("[".repeat(1e6))).toBeUndefined();
  });

  it("is nothing when it is nonsense", () => {
    for (const text of ["", "{", "null", "[]", '{"type":"said"}']) expect(parseSaid(text)).toBeUndefined();
  });
});
