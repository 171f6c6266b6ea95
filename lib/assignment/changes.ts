import { fromBase64url, toBase64url } from "@/lib/codec/base64url";
import type { Block } from "./catalog";

/**
 * A link cannot hold a lesson's text, only prints of its blocks: 16 bits of a hash each, so that about a hundred
 * blocks cost 270 characters. They are enough to point at every passage that is new or changed, and to say how many
 * are gone; the lesson's own hash decides whether anything changed at all. One changed block in 65,536 keeps its print.
 */
export const PRINT_BYTES = 2;

export function toPrints(hashes: Uint8Array[]): string {
  return toBase64url(Uint8Array.from(hashes.flatMap((hash) => [...hash.subarray(0, PRINT_BYTES)])));
}

export type Change =
  | { kind: "new"; block: Block }
  /** Passages that stood here, before the block that follows, and are no longer there. */
  | { kind: "gone"; count: number; section?: string };

/** From the prints in a link and of the lesson today to what a reader should look at, in the order of the text. */
export function findChanges(before: string, now: string, blocks: readonly Block[]): Change[] {
  const [old, current] = [readPrints(before), readPrints(now)];
  const common = commonLengths(old, current);
  const changes: Change[] = [];
  const dropped = (at: number) => {
    const last = changes.at(-1);
    const section = (blocks[at] ?? blocks.at(-1))?.section;
    if (last?.kind === "gone" && last.section === section) last.count++;
    else changes.push({ kind: "gone", count: 1, section });
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < current.length) {
    if (i < old.length && j < current.length && old[i] === current[j]) {
      i++;
      j++;
    } else if (j < current.length && (i === old.length || common[i][j + 1] > common[i + 1][j])) {
      if (blocks[j]) changes.push({ kind: "new", block: blocks[j] });
      j++;
    } else {
      dropped(j);
      i++;
    }
  }
  return changes;
}

function readPrints(text: string): number[] {
  const bytes = fromBase64url(text) ?? new Uint8Array();
  return Array.from(
    { length: Math.floor(bytes.length / PRINT_BYTES) },
    (_, at) => (bytes[2 * at] << 8) | bytes[2 * at + 1],
  );
}

/** `[i][j]`: length of the longest common subsequence of `a` from i and `b` from j on. */
function commonLengths(a: readonly number[], b: readonly number[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i][j] =
        a[i] === b[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
  return lengths;
}
