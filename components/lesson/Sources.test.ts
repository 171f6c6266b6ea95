import { describe, expect, it } from "vitest";
import { findSource, toShortName } from "./Sources";

const source = { id: "holtzman2020", title: "T", authors: "Ari Holtzman, Jan Buys, Li Du", year: "2020" };

describe("a citation", () => {
  it("finds its source in the frontmatter", () => {
    expect(findSource([source], "holtzman2020")).toBe(source);
  });

  it("of an unknown source fails and lists the known ones", () => {
    expect(() => findSource([source], "fan2018")).toThrow(
      '<Cite id="fan2018"/>: the frontmatter lists no source "fan2018". It lists: holtzman2020.',
    );
  });

  it.each([
    ["Ari Holtzman, Jan Buys, Li Du", "Holtzman et al. 2020"],
    ["Mike Lewis, Yann Dauphin", "Lewis and Dauphin 2020"],
    ["OpenAI", "OpenAI 2020"],
    ["Thinking Machines Lab", "Thinking Machines Lab 2020"],
  ])("of %s reads %s", (authors, short) => {
    expect(toShortName({ authors, year: "2020" })).toBe(short);
  });
});
