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

/** Which sections can be seen. A section is its heading and all that follows up to the next. */
function observeSections(signal: AbortSignal, sections: readonly SectionInView[]) {
  const ids = new Set(sections.map(({ id }) => id));
  const visible = new Set<Element>();
  const sectionOf = new Map<Element, string>();
  const unseen = new Map<string, Set<Element>>();
  const first = document.getElementById(sections[0]?.id ?? "");
  let section: string | undefined;
  for (const block of first?.parentElement?.children ?? []) {
    if (block.tagName === "H2") section = ids.has(block.id) ? block.id : undefined;
    if (!section) continue;
    sectionOf.set(block, section);
    unseen.set(section, (unseen.get(section) ?? new Set()).add(block));
  }
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) visible.add(target);
      else visible.delete(target);
      if (isIntersecting) unseen.get(sectionOf.get(target)!)?.delete(target);
    }
  });
  for (const block of sectionOf.keys()) observer.observe(block);
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  return {
    inView: () => [...new Set([...visible].map((block) => sectionOf.get(block)!))],
    // What takes no room can never be seen.
    seen: () =>
      [...unseen]
        .filter(([, blocks]) => ![...blocks].some((block) => block.getClientRects().length > 0))
        .map(([id]) => id),
  };
}
