import { describe, expect, it } from "vitest";
import { toFeed } from "./feed";

const lessons = [
  {
    slug: "a",
    title: "A & B",
    summary: "First.",
    changes: [
      { date: "2026-11-22", what: "New." },
      { date: "2026-12-01", what: "A note box more." },
    ],
  },
  { slug: "c", title: "C", summary: "Second.", changes: [{ date: "2026-11-25", what: "New." }] },
];
const info = { title: "Glassbox", locale: "en" };

describe("the feed", () => {
  it("has an entry for every change, newest first, and says when it last changed", () => {
    const feed = toFeed(lessons, info);
    expect([...feed.matchAll(/<id>urn:glassbox:en:(.*?)<\/id>/g)].map(([, id]) => id)).toEqual([
      "a:2026-12-01",
      "c:2026-11-25",
      "a:2026-11-22",
    ]);
    expect(feed).toMatch(/<link href=".\/"\/>\n<updated>2026-12-01T00:00:00Z/);
  });

  it("is well-formed whatever a title holds", () => {
    expect(toFeed(lessons, info)).toContain("<title>A &amp; B</title>");
  });

  it("has full addresses where the site knows its own", () => {
    const feed = toFeed(lessons, { ...info, home: "https://glassbox.example/en/" });
    expect(feed).toContain('<link href="https://glassbox.example/en/learn/c/"/>');
    expect(feed).toContain('rel="self" href="https://glassbox.example/en/feed.xml"');
  });
});
