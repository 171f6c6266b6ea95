/** When a section counts as read: its end was in view, and all of it was for as long as skimming it takes. */
export interface SectionInView {
  id: string;
  words: number;
}

export interface Reading {
  /** Milliseconds that something of it was in view, by id. */
  viewed: Record<string, number>;
  /** Ids of sections whose end was in view. */
  ended: string[];
  /** Ids, in the order in which they were read. */
  read: string[];
}

export const unread: Reading = { viewed: {}, ended: [], read: [] };

/** Nobody reads faster than a thousand words a minute; a section of pictures deserves a look, too. */
export function dwellFor(words: number): number {
  return Math.min(30_000, Math.max(3000, words * 60));
}

/** After `milliseconds` in which the sections `inView` could be seen, and the ends of `endsInView`. */
export function advance(
  reading: Reading,
  sections: readonly SectionInView[],
  inView: readonly string[],
  endsInView: readonly string[],
  milliseconds: number,
): Reading {
  const viewed = { ...reading.viewed };
  for (const id of inView) viewed[id] = (viewed[id] ?? 0) + milliseconds;
  const ended = [...new Set([...reading.ended, ...endsInView])];
  const newly = sections.filter(
    ({ id, words }) =>
      !reading.read.includes(id) && ended.includes(id) && (viewed[id] ?? 0) >= dwellFor(words),
  );
  return { viewed, ended, read: [...reading.read, ...newly.map(({ id }) => id)] };
}
