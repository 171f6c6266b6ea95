/** A heading this far down the screen has been reached, as a share of its height. */
const line = 0.35;

/** The last of these headings that has been reached, if any. */
export function findCurrent(ids: readonly string[]): string | undefined {
  const edge = innerHeight * line;
  return ids.findLast((id) => {
    const heading = document.getElementById(id);
    return heading && heading.getBoundingClientRect().top <= edge;
  });
}

/** How far down the text the reader is, in sections: 2.5 is the middle of the third one. */
export function findLevel(ids: readonly string[], end: Element): number {
  const edge = innerHeight * line;
  const tops = ids.map((id) => document.getElementById(id)?.getBoundingClientRect().top ?? Number.NaN);
  // The last line of the text is reached when it comes into view.
  const edges = [...tops, end.getBoundingClientRect().bottom - innerHeight * (1 - line)];
  const i = edges.findLastIndex((top) => top <= edge);
  if (i < 0) return 0;
  if (i >= ids.length) return ids.length;
  return i + Math.min(1, (edge - edges[i]) / Math.max(1, edges[i + 1] - edges[i]));
}
