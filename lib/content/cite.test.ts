import { describe, expect, it } from "vitest";
import { type Citation, toBibtex, toCslJson } from "./cite";

const lesson: Citation = {
  slug: "bandwidth",
  number: 8,
  title: "Why GPUs: 100 % & more",
  date: "2026-11-02",
  version: "abc123",
  url: "https://glassbox.example/en/learn/bandwidth/",
};

describe("a citation", () => {
  it("is BibTeX that compiles", () => {
    expect(toBibtex(lesson)).toBe(`@misc{glassbox-bandwidth,
  author = {{Glassbox contributors}},
  title = {Why GPUs: 100 \\% \\& more},
  howpublished = {Glassbox, lesson 8},
  year = {2026},
  month = nov,
  day = {2},
  note = {Version abc123},
  url = {https://glassbox.example/en/learn/bandwidth/}
}
`);
  });

  it("is CSL-JSON with the same facts", () => {
    expect(JSON.parse(toCslJson(lesson))).toEqual([
      {
        id: "glassbox-bandwidth",
        type: "webpage",
        title: lesson.title,
        author: [{ literal: "Glassbox contributors" }],
        "container-title": "Glassbox",
        number: "8",
        version: "abc123",
        issued: { "date-parts": [[2026, 11, 2]] },
        URL: lesson.url,
      },
    ]);
  });

  it("leaves out what is not known", () => {
    const bare = { ...lesson, date: undefined, url: undefined };
    expect(toBibtex(bare)).not.toMatch(/year|url/);
    expect(toCslJson(bare)).not.toMatch(/issued|URL/);
  });
});
