import type { Place } from "@/lib/content/course";

/** The written lesson that stands on the fewest others: where someone new begins. */
export function findStart(places: readonly Place[]): Place | undefined {
  const written = places.filter(({ lesson }) => lesson);
  const needs = new Map(places.map((place) => [place, countNeeds(place, places)]));
  return written.sort((a, b) => needs.get(a)! - needs.get(b)! || a.number - b.number)[0];
}

/** How many lessons it takes to get there, with all that those need. */
function countNeeds(place: Place, places: readonly Place[]): number {
  const needed = new Set<string>();
  const add = ({ prerequisites }: Place) => {
    for (const slug of prerequisites) {
      const before = places.find((other) => other.slug === slug);
      if (!before || needed.has(slug)) continue;
      needed.add(slug);
      add(before);
    }
  };
  add(place);
  return needed.size;
}
