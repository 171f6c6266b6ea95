import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyWork } from "./arbitrary";
import { fromSuspended, toSuspended } from "./suspend";

/** Text that does not compress: digits of a linear congruential generator. */
function noise(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor(state / 2 ** 16).toString(36);
  }).join("");
}

describe("work that a learning platform keeps", () => {
  it("comes back as it was", async () => {
    await fc.assert(
      fc.asyncProperty(anyWork, async ({ assignment, results }) => {
        const { text, left } = await toSuspended(assignment.id, { started: 5, name: "Ada", results });
        expect(text.length).toBeLessThanOrEqual(4_096);
        const back = await fromSuspended(text);
        expect(back.assignment).toBe(assignment.id);
        if (left.length === 0) expect(back.results).toEqual(results);
        expect(Object.keys(back.results)).toEqual(Object.keys(results));
      }),
      { numRuns: 60 },
    );
  });

  it("leaves out the longest code first where there is too much, and says which", async () => {
    const results = {
      a: { at: 1, right: true, code: noise(9_000) },
      b: { at: 2, right: false, code: noise(400) },
      c: { at: 3, text: "short" },
    };
    const { text, left } = await toSuspended("abcdefgh", { started: 0, name: "", results });
    expect(text.length).toBeLessThanOrEqual(4_096);
    expect(left).toEqual(["a"]);
    const back = await fromSuspended(text);
    expect(back.results.a).toEqual({ at: 1, right: true });
    expect(back.results.b).toEqual(results.b);
  });

  it("of another kind is not taken for work", async () => {
    await expect(fromSuspended("bookmark=3")).rejects.toMatchObject({ problem: "foreign" });
  });
});
