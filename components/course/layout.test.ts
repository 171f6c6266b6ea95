import { describe, expect, it } from "vitest";
import type { Part, Place } from "@/lib/content/course";
import type { Lesson } from "@/lib/content/lesson";
import { layOut } from "./layout";

function place(number: number, prerequisites: number[] = [], written = false): Place {
  const slug = `l${number}`;
  const lesson = written ? ({ slug } as Lesson) : undefined;
  return { number, slug, title: slug, summary: "", prerequisites: prerequisites.map((n) => `l${n}`), lesson };
}

function part(id: string, ...places: Place[]): Part {
  return { id, title: id, promise: "", places };
}

describe("layOut", () => {
  const { spots, parts, height, tube } = layOut([
    part("one", place(1), place(2, [1]), place(3, [1]), place(4), place(5, [1], true), place(6)),
    part("two", place(7, [2])),
  ]);
  const at = (number: number) => spots[number - 1];

  it("turns round at the end of a row, so that the next lesson stands below the last", () => {
    expect(at(5).x).toBe(at(4).x);
    expect(at(6).x).toBe(at(3).x);
    expect(at(1).x).toBeLessThan(at(2).x);
  });

  it("begins each part on the left, below its heading, inside the map", () => {
    expect(at(7).x).toBe(at(1).x);
    expect(parts[1].y).toBeGreaterThan(at(6).y);
    expect(at(7).y - at(7).height / 2).toBeGreaterThan(parts[1].y);
    expect(at(7).y + at(7).height / 2).toBeLessThanOrEqual(height);
  });

  it("lets no two plates overlap", () => {
    for (const a of spots)
      for (const b of spots)
        if (a !== b && a.x === b.x) {
          expect(Math.abs(a.y - b.y)).toBeGreaterThan((a.height + b.height) / 2);
        }
  });

  it("draws a thread for each lesson needed, but for the one just before, which the tube joins", () => {
    expect(at(2).threads).toEqual([]);
    expect(at(3).threads).toHaveLength(1);
    expect(at(7).threads).toHaveLength(1);
    const [thread] = at(7).threads;
    expect(thread.startsWith(`M${at(2).x} ${at(2).y + at(2).height / 2}`)).toBe(true);
    expect(thread.endsWith(` ${at(7).x} ${at(7).y - at(7).height / 2}`)).toBe(true);
  });

  it("runs the tube through every lesson", () => {
    for (const { x, y } of spots) expect(tube).toContain(`L${x} ${y}`);
  });
});
