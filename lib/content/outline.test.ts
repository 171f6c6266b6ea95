import { describe, expect, it } from "vitest";
import { findChanges } from "@/lib/assignment/changes";
import { defineDemo } from "@/lib/controls/controls";
import { findLessons, type Lesson, toLesson } from "./lesson";
import { compileText } from "./mdx";
import { findDemoTag, readOutline } from "./outline";

const demos = {
  Sampler: defineDemo({
    id: "sampler",
    title: "What comes next?",
    controls: { prompt: { kind: "text", label: "Prompt", maxLength: 200, initial: "" } },
  }),
};

const lesson = (await findLessons("en")).find(({ slug }) => slug === "temperature") as Lesson;
const { entry, detail } = await readOutline(lesson, demos);

describe("the outline of a lesson", () => {
  it("names its sections as the page does", async () => {
    for (const one of await findLessons("en")) {
      const { parts } = await compileText(one.text, one.slug);
      const { sections } = (await readOutline(one, {})).entry;
      expect(sections.map(({ id }) => id)).toEqual(parts.sections.map(({ id }) => id));
    }
  });

  it("lists cells, exercises, predictions and demos in the order of the text, each in its section", () => {
    const kinds = new Set(entry.parts.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(["demo", "cell", "exercise", "prediction"]));
    expect(entry.parts[0]).toMatchObject({ kind: "demo", id: "sampler", section: entry.sections[0].id });
    expect(entry.parts.find(({ kind }) => kind === "exercise")).toMatchObject({
      id: "top-p",
      title: "Write top-p",
    });
  });

  it("opens a control where the tag in the text does", () => {
    const written = /<Sampler prompt="([^"]*)"/.exec(lesson.text)?.[1];
    expect(entry.parts[0].controls?.prompt.initial).toBe(written);
  });

  it("finds the tag of a demo, with its own prompt", () => {
    expect(findDemoTag(lesson, demos, "sampler")).toMatch(/^<Sampler prompt="[^"]+" model="story-1m" \/>$/);
    expect(findDemoTag(lesson, demos, "top-p")).toBeUndefined();
  });

  it("brings what an exercise is checked with", () => {
    expect(Object.keys(detail.exercises["top-p"].modules)).toContain("exercises/top-p/check.ts");
  });
});

describe("a changed lesson", () => {
  const read = async (text: string) => {
    const outline = await readOutline(
      toLesson("99-example", "en", `---\ntitle: t\nsummary: s\nminutes: 1\n---\n${text}`),
      {},
    );
    return { ...outline.entry, blocks: outline.detail.blocks };
  };
  const text = "One.\n\n## Why?\n\nTwo.\n\nThree with $e^{x}$.\n\n## How?\n\nFour.\n";

  it("keeps its hash exactly as long as its text stays", async () => {
    const [a, b, c] = [await read(text), await read(text), await read(text.replace("Two", "2"))];
    expect(a.hash).toBe(b.hash);
    expect(a.hash).not.toBe(c.hash);
  });

  it("is shown by the passages that are new, and by where others are gone", async () => {
    const before = await read(text);
    const after = await read(text.replace("Two.\n\n", "").replace("Four.", "Four, really.\n\nFive."));
    const changes = findChanges(before.prints, after.prints, after.blocks);
    expect(
      changes.map((change) => (change.kind === "new" ? change.block.text : `${change.count} gone`)),
    ).toEqual(["1 gone", "1 gone", "Four, really.", "Five."]);
    expect(changes[0]).toMatchObject({ section: "why" });
  });

  it("has no changes against itself", () => {
    expect(findChanges(entry.prints, entry.prints, detail.blocks)).toEqual([]);
  });
});
