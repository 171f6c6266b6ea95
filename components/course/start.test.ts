import { describe, expect, it } from "vitest";
import type { Place } from "@/lib/content/course";
import type { Lesson } from "@/lib/content/lesson";
import { findStart } from "./start";

const place = (number: number, prerequisites: string[], written: boolean): Place => ({
  number,
  slug: `l${number}`,
  title: "",
  summary: "",
  prerequisites,
  lesson: written ? ({} as Lesson) : undefined,
});

describe("where someone new begins", () => {
  it("is the written lesson that stands on the fewest others, the earlier of two", () => {
    const places = [
      place(1, [], false),
      place(2, ["l1"], false),
      place(3, ["l1", "l2"], true),
      place(4, ["l1"], true),
      place(5, ["l1"], true),
    ];
    expect(findStart(places)?.slug).toBe("l4");
    expect(findStart(places.slice(0, 2))).toBeUndefined();
  });
});
