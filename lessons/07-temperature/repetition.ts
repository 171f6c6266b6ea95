/** How much of a text has been there before. */

export interface Repeats {
  /** Runs of n tokens that end in the written part, and those of them that stood earlier in the text. */
  all: number;
  repeated: number;
}

/** Counts repeated n-grams in `tokens` from the place `start` on, where the prompt ends. */
export function countRepeats(tokens: readonly number[], start: number, n = 4): Repeats {
  const before = new Set<string>();
  const found = { all: 0, repeated: 0 };
  for (let end = n; end <= tokens.length; end++) {
    const gram = tokens.slice(end - n, end).join(" ");
    if (end > start) {
      found.all++;
      if (before.has(gram)) found.repeated++;
    }
    before.add(gram);
  }
  return found;
}
