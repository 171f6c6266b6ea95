import { describe, expect, it } from "vitest";
import { advance, dwellFor, type Reading, unread } from "./reading";

const sections = [
  { id: "short", words: 10 },
  { id: "long", words: 300 },
];
const pass = (reading: Reading, inView: string[], ends: string[], seconds: number) =>
  advance(reading, sections, inView, ends, seconds * 1000);

describe("a section", () => {
  it("is read once all of it was in view and it was looked at for as long as skimming it takes", () => {
    const looked = pass(unread, ["long"], [], 17);
    expect(looked.read).toEqual([]);
    expect(pass(looked, ["long"], ["long"], 1).read).toEqual(["long"]);
  });

  it("is not read by looking at its end alone", () => {
    expect(pass(unread, ["long"], [], 120).read).toEqual([]);
  });

  it("is not read by scrolling past it", () => {
    const passed = pass(unread, ["short", "long"], ["short", "long"], 1);
    expect(passed.read).toEqual([]);
    expect(pass(passed, ["long"], ["long"], 10).read).toEqual([]);
  });

  it("may be read in several goes, and is told once", () => {
    let reading = pass(unread, ["short"], ["short"], 2);
    reading = pass(reading, [], ["short"], 60);
    reading = pass(reading, ["short"], ["short"], 2);
    expect(reading.read).toEqual(["short"]);
    expect(pass(reading, ["short"], ["short"], 60).read).toEqual(["short"]);
  });

  it("asks for no less than a look and no more than half a minute", () => {
    expect([0, 10, 300, 5000].map(dwellFor)).toEqual([3000, 3000, 18_000, 30_000]);
  });
});
