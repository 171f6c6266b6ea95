import type { Part } from "@/lib/content/course";

/**
 * Where everything stands on the wide map. Across in percent of its width, down in rem: rows have fixed heights,
 * so that lines can be drawn when the site is built.
 */
export interface Layout {
  height: number;
  parts: { id: string; x: number; y: number }[];
  spots: Spot[];
  /** The tube that joins all lessons in reading order, as an SVG path. */
  tube: string;
}

export interface Spot {
  slug: string;
  /** Center. */
  x: number;
  y: number;
  /** Height of its plate. */
  height: number;
  /** Lines from the lessons it needs, but for the one just before it, which the tube joins to it. */
  threads: string[];
}

const columns = 4;
const heights = { written: 23, planned: 10 };
const rowGap = 2.25;
const headingHeight = 6.5;

/** A path that runs right, then left, then right: each part begins on the left, below its heading. */
export function layOut(parts: readonly Part[]): Layout {
  const spots: Spot[] = [];
  const headings: Layout["parts"] = [];
  const tube: string[] = [];
  let top = 0;
  for (const { id, places } of parts) {
    headings.push({ id, x: toX(0), y: top + headingHeight / 2 });
    const first = { x: toX(0), y: top + 1 };
    const last = spots.at(-1);
    tube.push(last ? bend(last, first) : `M${first.x} ${first.y}`);
    top += headingHeight;
    for (let start = 0; start < places.length; start += columns) {
      const row = places.slice(start, start + columns);
      const tall = row.some(({ lesson }) => lesson) ? heights.written : heights.planned;
      row.forEach(({ slug, lesson }, i) => {
        const height = lesson ? heights.written : heights.planned;
        const x = toX((start / columns) % 2 === 0 ? i : columns - 1 - i);
        const spot = { slug, x, y: top + tall / 2, height, threads: [] };
        tube.push(`L${spot.x} ${round(spot.y)}`);
        spots.push(spot);
      });
      top += tall + rowGap;
    }
  }
  return {
    height: round(top),
    parts: headings,
    spots: spots.map((spot, i) => ({ ...spot, threads: threadsTo(spot, spots[i - 1], spots, parts) })),
    tube: tube.join(""),
  };
}

function threadsTo(
  spot: Spot,
  before: Spot | undefined,
  spots: readonly Spot[],
  parts: readonly Part[],
): string[] {
  const place = parts.flatMap(({ places }) => places).find(({ slug }) => slug === spot.slug);
  return spots
    .filter((from) => place?.prerequisites.includes(from.slug) && from !== before)
    .map((from) => thread(from, spot, laneOf(spots.indexOf(from))));
}

function laneOf(index: number): number {
  return ((index % 5) - 2) * 0.35;
}

/**
 * From the lower edge of one plate to the upper edge of another. Where other rows lie between, it runs down the
 * gap between two columns, so that it never seems to end at a plate that it only passes. `lane`: sets the lines
 * from one plate apart from those of others.
 */
function thread(from: Spot, to: Spot, lane: number): string {
  const end = round(to.y - to.height / 2);
  if (from.y === to.y) {
    const start = round(from.y - from.height / 2);
    const over = Math.min(start, end) - 1.6;
    return `M${from.x} ${start}C${from.x} ${over} ${to.x} ${over} ${to.x} ${end}`;
  }
  const start = round(from.y + from.height / 2);
  const gap = toGap(from.x, to.x) + lane;
  return [
    `M${from.x} ${start}C${from.x} ${start + 1.6} ${gap} ${start + 0.4} ${gap} ${start + 2.2}`,
    `L${gap} ${end - 2.2}C${gap} ${end - 0.4} ${to.x} ${end - 1.6} ${to.x} ${end}`,
  ].join("");
}

/** The gap beside the column at `from`, on the side of `to`. */
function toGap(from: number, to: number): number {
  const half = 50 / columns;
  const right = to > from || (to === from && from < 100 - half);
  return from + (right ? half : -half);
}

/** From the last plate of a part down and across to where the next part begins. */
function bend(from: Spot, to: { x: number; y: number }): string {
  const edge = from.y + from.height / 2;
  if (from.x === to.x) return `L${to.x} ${round(to.y)}`;
  const level = round((edge + to.y) / 2);
  return `L${from.x} ${round(edge)}Q${from.x} ${level} ${from.x - 3} ${level}L${to.x + 3} ${level}Q${to.x} ${level} ${to.x} ${round(to.y)}`;
}

function toX(column: number): number {
  return ((column + 0.5) * 100) / columns;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
