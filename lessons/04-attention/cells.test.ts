import { beforeAll, describe, expect, it } from "vitest";
import { findLessons } from "@/lib/content/lesson";
import { notebookAtBuild } from "@/lib/content/notebook";
import type { Display } from "@/lib/notebook/display";

describe("the cells of this lesson", () => {
  let outputs: Map<string, Display[]>;
  beforeAll(async () => {
    const lesson = (await findLessons("en")).find(({ folder }) => folder === "04-attention")!;
    outputs = new Map((await notebookAtBuild(lesson)).cells.map((cell) => [cell.id, cell.outputs]));
  }, 60_000);

  /** Last number that a cell shows as text. */
  const numberIn = (id: string) => {
    const texts = outputs.get(id)!.flatMap((display) => (display.kind === "text" ? [display.text] : []));
    return Number(/[\d.]+(?:e[+-]?\d+)?$/.exec(texts.at(-1) ?? "")?.[0]);
  };

  it("rebuild the model's attention, by loops and by arrays, within 1e-4", () => {
    for (const id of ["rebuild", "block", "with-arrays"]) expect(numberIn(id), id).toBeLessThan(1e-4);
  });

  it("compute with the opened model what the page computes, before anybody changes it", () => {
    expect(outputs.get("parting")![0]).toMatchObject({ text: expect.stringMatching(/^They do not part/) });
  });
});
