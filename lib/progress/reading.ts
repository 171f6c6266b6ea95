/** When a section counts as read: all of it has been in view, and some of it for as long as skimming it takes. */
export interface SectionInView {
  id: string;
  words: number;
}

export interface Reading {
  /** Milliseconds that something of it was in view, by id. */
  viewed: Record<string, number>;
  /** Ids, in the order in which they were read. */
  read: string[];
}

export const unread: Reading = { viewed: {}, read: [] };

/** Nobody reads faster than a thousand words a minute; a section of pictures deserves a look, too. */
export function dwellFor(words: number): number {
  return Math.min(30_000, Math.max(3000, words * 60));
}

/** After `milliseconds` in which the sections `inView` could be seen; all of those in `seen` has been by now. */
export function advance(
  reading: Reading,
  sections: readonly SectionInView[],
  inView: readonly string[],
  seen: readonly string[],
  milliseconds: number,
): Reading {
  const viewed = { ...reading.viewed };
  for (const id of inView) viewed[id] = (viewed[id] ?? 0) + milliseconds;
  const newly = sections.filter(
    ({ id, words }) =>
      !reading.read.includes(id) && seen.includes(id) && (viewed[id] ?? 0) >= dwellFor(words),
  );
  return { viewed, read: [...reading.read, ...newly.map(({ id }) => id)] };
}
