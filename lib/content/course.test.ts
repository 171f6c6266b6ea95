import { describe, expect, it } from "vitest";
import { type CourseSpec, findCourse, toCourse } from "./course";
import { findLessons, toLesson } from "./lesson";

const plan: CourseSpec = {
  parts: [
    { id: "one", title: "One", promise: "First." },
    { id: "two", title: "Two", promise: "Second." },
  ],
  planned: [
    { number: 1, slug: "a", part: "one", title: "A", summary: "Planned.", prerequisites: [] },
    { number: 3, slug: "c", part: "two", title: "C", summary: "Planned.", prerequisites: ["a"] },
  ],
};

function lesson(folder: string, more = "") {
  return toLesson(folder, "en", `---\ntitle: Written\nsummary: Real.\nminutes: 5\n${more}---\nText.\n`);
}

describe("toCourse", () => {
  it("puts written and planned lessons into their parts, in course order", () => {
    const [one, two] = toCourse(plan, [lesson("02-b", "part: one\nprerequisites: [a]\n")]);
    expect(one.places.map(({ slug, lesson }) => [slug, lesson !== undefined])).toEqual([
      ["a", false],
      ["b", true],
    ]);
    expect(one.places[1].prerequisites).toEqual(["a"]);
    expect(two.places.map(({ slug }) => slug)).toEqual(["c"]);
  });

  it("lets a folder take the place of its plan, and fill what its frontmatter leaves out from it", () => {
    const [one, two] = toCourse(plan, [lesson("03-c")]);
    expect(one.places).toHaveLength(1);
    expect(two.places).toMatchObject([
      { slug: "c", title: "Written", summary: "Real.", prerequisites: ["a"] },
    ]);
  });

  it("refuses a folder that contradicts the plan, naming both", () => {
    expect(() => toCourse(plan, [lesson("04-c")])).toThrow(/04-c is lesson 4.*as lesson 3/);
    expect(() => toCourse(plan, [lesson("03-d", "part: two\n")])).toThrow(/03-(c|d) and .*03-(c|d)/);
  });

  it("refuses a lesson without a part, of an unknown part, or needing what does not come before it", () => {
    expect(() => toCourse(plan, [lesson("02-b")])).toThrow(/02-b\/en\.mdx.*part: one/);
    expect(() => toCourse(plan, [lesson("02-b", "part: three\n")])).toThrow(/"three".*one, two/);
    const backward = lesson("02-b", "part: one\nprerequisites: [c]\n");
    expect(() => toCourse(plan, [backward])).toThrow(/02-b needs "c".*Before it come: a\./);
  });
});

describe("the course on disk", () => {
  it("holds every written lesson, and its numbers run without a gap", async () => {
    const places = (await findCourse("en")).flatMap((part) => part.places);
    expect(places.map(({ number }) => number)).toEqual(places.map((_, i) => i + 1));
    const written = places.flatMap(({ lesson }) => (lesson ? [lesson.folder] : []));
    expect(written).toEqual((await findLessons("en")).map(({ folder }) => folder));
  });
});
