import { describe, expect, it } from "vitest";
import { findLessons, toLesson } from "./lesson";

describe("toLesson", () => {
  const text = "---\ntitle: A\nsummary: B.\nminutes: 5\n---\nProse.\n";

  it("splits frontmatter from text and reads number and slug off the folder", () => {
    expect(toLesson("07-temperature", "en", text)).toMatchObject({
      title: "A",
      number: 7,
      slug: "temperature",
      text: "Prose.\n",
      models: [],
    });
  });

  it("names the file and the field that is wrong", () => {
    const wrong = text.replace("minutes: 5", "minutes: soon");
    expect(() => toLesson("07-temperature", "en", wrong)).toThrow(
      /lessons\/07-temperature\/en\.mdx[\s\S]*minutes/,
    );
    expect(() => toLesson("07-temperature", "en", "Prose.")).toThrow("must begin with frontmatter");
    const unknown = text.replace("minutes: 5", "minutes: 5\ncolour: red");
    expect(() => toLesson("07-temperature", "en", unknown)).toThrow(/colour/);
  });
});

describe("findLessons", () => {
  it("finds every lesson on disk, in course order", async () => {
    const numbers = (await findLessons("en")).map(({ number }) => number);
    expect(numbers).toContain(7);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });
});
