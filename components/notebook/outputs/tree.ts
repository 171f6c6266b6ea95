import type { TreeDisplay } from "@/lib/notebook/display";

type Lines = TreeDisplay["lines"];

/** Whether a line has others inside it. */
export function opens(lines: Lines, at: number): boolean {
  return (lines[at + 1]?.depth ?? 0) > lines[at].depth;
}

/** Indices of the lines on show: those whose parents are all open. */
export function findShown(lines: Lines, open: ReadonlySet<number>): number[] {
  const shown: number[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  lines.forEach(({ depth }, i) => {
    if (depth > hiddenBelow) return;
    hiddenBelow = opens(lines, i) && !open.has(i) ? depth : Number.POSITIVE_INFINITY;
    shown.push(i);
  });
  return shown;
}

export function findParent(lines: Lines, at: number): number | undefined {
  for (let i = at - 1; i >= 0; i--) if (lines[i].depth < lines[at].depth) return i;
  return undefined;
}

/** Place among its siblings, and their number: what a screen reader says of a line. */
export function findPosition(lines: Lines, at: number): { position: number; size: number } {
  const parent = findParent(lines, at) ?? -1;
  const { depth } = lines[at];
  let [position, size] = [0, 0];
  for (let i = parent + 1; i < lines.length && lines[i].depth >= depth; i++) {
    if (lines[i].depth > depth) continue;
    size++;
    if (i <= at) position = size;
  }
  return { position, size };
}

export type Step = { to: number } | { open: number } | { close: number } | undefined;

/** What a key does in a tree, as in the ARIA practices; nothing for a key that means nothing here. */
export function moveInTree(key: string, lines: Lines, open: ReadonlySet<number>, at: number): Step {
  const shown = findShown(lines, open);
  const place = shown.indexOf(at);
  const to = (index: number) => ({ to: shown[Math.max(0, Math.min(shown.length - 1, index))] });
  switch (key) {
    case "ArrowDown":
      return to(place + 1);
    case "ArrowUp":
      return to(place - 1);
    case "Home":
      return to(0);
    case "End":
      return to(shown.length - 1);
    case "ArrowRight":
      if (!opens(lines, at)) return undefined;
      return open.has(at) ? to(place + 1) : { open: at };
    case "ArrowLeft": {
      if (opens(lines, at) && open.has(at)) return { close: at };
      const parent = findParent(lines, at);
      return parent === undefined ? undefined : { to: parent };
    }
    case "Enter":
    case " ":
      if (!opens(lines, at)) return undefined;
      return open.has(at) ? { close: at } : { open: at };
    default:
      return undefined;
  }
}
