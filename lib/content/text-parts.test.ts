import { describe, expect, it } from "vitest";
import { findLessons } from "./lesson";
import { readParts } from "./mdx";

const text = `
Before the first heading.

## One question

Three words here, with a <Term>logit</Term>.

<Cell name="softmax" title="By hand" />

<Predict id="07-ratio" question="How many?" answer={2}>

Two words.

</Predict>

## Now write it

<Exercise name="top-p" title="Write top-p" hints={["a"]}>

Do it.

</Exercise>

## Sources

<Sources />
`;

describe("the parts of a text", () => {
  it("lists its sections with their words, its cells, exercises, questions and terms", async () => {
    const parts = await readParts(text, "test.mdx");
    expect(parts).toEqual({
      sections: [
        { id: "one-question", title: "One question", words: 8 },
        { id: "now-write-it", title: "Now write it", words: 2 },
        { id: "sources", title: "Sources", words: 0 },
      ],
      cells: [{ id: "softmax", title: "By hand" }],
      exercises: [{ id: "top-p", title: "Write top-p" }],
      predictions: [{ id: "07-ratio", title: "How many?" }],
      terms: ["logit"],
    });
  });

  it("names every part of every lesson, and no two alike", async () => {
    for (const { text, folder } of await findLessons("en")) {
      const parts = await readParts(text, folder);
      for (const items of [parts.cells, parts.exercises, parts.predictions]) {
        expect(items.map(({ id }) => id).filter(Boolean)).toHaveLength(items.length);
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        for (const { title } of items) expect(title, folder).not.toBe("");
      }
    }
  });
});
