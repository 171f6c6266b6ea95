import { beforeAll, describe, expect, it } from "vitest";
import { findLessons } from "@/lib/content/lesson";
import { notebookAtBuild } from "@/lib/content/notebook";
import type { Display, ExpectationDisplay, TableDisplay } from "@/lib/notebook/display";

describe("the cells of this lesson", () => {
  let outputs: Map<string, Display[]>;
  beforeAll(async () => {
    const lesson = (await findLessons("en")).find(({ folder }) => folder === "16-lora")!;
    outputs = new Map((await notebookAtBuild(lesson)).cells.map((cell) => [cell.id, cell.outputs]));
  }, 180_000);
  const table = (id: string) =>
    outputs.get(id)!.find((display): display is TableDisplay => display.kind === "table")!.rows;

  it("run, and what they expect is so", () => {
    for (const [id, displays] of outputs) {
      expect(
        displays.filter(({ kind }) => kind === "error"),
        id,
      ).toEqual([]);
      const expectations = displays.filter(
        (display): display is ExpectationDisplay => display.kind === "expectation",
      );
      for (const one of expectations) expect(one, id).toMatchObject({ passed: true });
    }
    for (const id of ["count", "beside", "merge-all"])
      expect(outputs.get(id)!.some(({ kind }) => kind === "expectation")).toBe(true);
  });

  it("a start with both matrices zero hears nothing, one of the other two hears half", () => {
    const rows = table("start").map((row) => row.slice(1) as number[]);
    const [aRandom, bothZero, bothRandom] = rows; // W's change, slope of A, slope of B
    expect(aRandom[0]).toBe(0);
    expect(aRandom[1]).toBe(0);
    expect(aRandom[2]).toBeGreaterThan(0.01);
    expect(bothZero).toEqual([0, 0, 0]);
    expect(Math.min(...bothRandom)).toBeGreaterThan(0);
  });

  it("a change of rank 3 is out of reach for ranks 1 and 2, and within it for 3 and 4", () => {
    const losses = table("fit").map((row) => row[1] as number);
    expect(losses[0]).toBeGreaterThan(losses[1]);
    expect(losses[1]).toBeGreaterThan(10 * losses[2]);
    expect(losses[3]).toBeLessThan(losses[1] / 10);
  });
});
