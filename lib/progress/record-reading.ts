import { type Happening, onHappening } from "./events";
import { keep } from "./keeper";
import { advance, type Reading, type SectionInView, unread } from "./reading";
import type { ProgressRecord } from "./record";
import { findCurrent } from "./scroll-place";

/** How often the clock of reading ticks, in milliseconds. */
const tick = 1000;

/** Records what the reader of a lesson reads and does, until the signal is aborted. */
export function recordReading(signal: AbortSignal, lesson: string, sections: readonly SectionInView[]): void {
  onHappening(signal, (happening) => {
    if (happening.lesson === lesson) void keep(...toRecords(happening, Date.now()));
  });
  const { inView, seen } = observeSections(signal, sections);
  let reading: Reading = unread;
  let place: string | undefined;
  const timer = setInterval(() => {
    if (document.visibilityState !== "visible") return;
    const before = reading.read.length;
    reading = advance(reading, sections, inView(), seen(), tick);
    const at = Date.now();
    const records = reading.read
      .slice(before)
      .map((id): ProgressRecord => ({ kind: "section", lesson, id, at }));
    const here = findCurrent(sections.map(({ id }) => id));
    if (here && here !== place) records.push({ kind: "place", lesson, id: here, at });
    place = here ?? place;
    if (records.length > 0) void keep(...records);
  }, tick);
  signal.addEventListener("abort", () => clearInterval(timer), { once: true });
}

/** What is worth keeping of what the reader just did. */
export function toRecords(happening: Happening, at: number): ProgressRecord[] {
  const { lesson, id } = happening;
  if (happening.kind === "exercise") return happening.passed ? [{ kind: "exercise", lesson, id, at }] : [];
  if (happening.kind === "cell-run") return happening.failed ? [] : [{ kind: "cell", lesson, id, at }];
  // Guesses are kept where they are made, see `predictions.ts`.
  return [];
}

/**
 * Which sections can be seen. A section is its heading and all that follows up to the next. Looked at when the reader
 * scrolls and when asked: an IntersectionObserver of as many blocks works in every frame, of a moving slider too.
 */
function observeSections(signal: AbortSignal, sections: readonly SectionInView[]) {
  const ids = new Set(sections.map(({ id }) => id));
  const blocksOf = new Map<string, Element[]>();
  const first = document.getElementById(sections[0]?.id ?? "");
  let section: string | undefined;
  for (const block of first?.parentElement?.children ?? []) {
    if (block.tagName === "H2") section = ids.has(block.id) ? block.id : undefined;
    if (section) blocksOf.set(section, [...(blocksOf.get(section) ?? []), block]);
  }
  const unseen = new Map([...blocksOf].map(([id, blocks]) => [id, new Set(blocks)]));
  const look = () => {
    for (const blocks of unseen.values())
      for (const block of blocks) if (isInView(block)) blocks.delete(block);
  };
  addEventListener("scroll", look, { passive: true, signal });
  return {
    inView: () => [...blocksOf].filter(([, blocks]) => blocks.some(isInView)).map(([id]) => id),
    seen: () => {
      look();
      // What takes no room can never be seen.
      return [...unseen]
        .filter(([, blocks]) => ![...blocks].some((block) => block.getClientRects().length > 0))
        .map(([id]) => id);
    },
  };
}

function isInView(block: Element): boolean {
  const { top, bottom } = block.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
