/**
 * Codes in whatever an instructor pastes or drops: links, mails, a column of a spreadsheet, a file of ours. A mail
 * program may have broken a code into lines, so what follows a code is handed on with it, up to the next one.
 */

/** `words`: the code as far as it goes unbroken, then what may be the rest of it. */
export interface Candidate {
  words: string[];
  /** What stands before it on its line, e.g. the student's name in a list. */
  before: string;
}

const start = /(?<![\w.-])v\d{1,4}(?:\.|%2E)[\w-]{8,}/gi;
/** More broken pieces than any code has. */
const PIECES = 2_000;

export function findCandidates(text: string): Candidate[] {
  const places = [...text.matchAll(start)].map(({ index }) => index);
  return places.map((at, i) => ({
    words: text
      .slice(at, places[i + 1] ?? text.length)
      .split(/=?\s+/, PIECES)
      .map((word) => word.replace(/^([\w.%-]*).*$/s, "$1"))
      .filter((word) => word !== ""),
    before: text.slice(text.lastIndexOf("\n", at) + 1, at),
  }));
}

/** Short codes, each with what stands before it on its line. */
export function findShortCodes(text: string): { code: string; before: string }[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const match = /^(.*?)\b([0-9A-Za-z]{4}(?:-[0-9A-Za-z]{4})+(?:-[0-9A-Za-z]{1,4})?)\s*$/.exec(line);
    return match ? [{ code: match[2], before: match[1].replace(/[\s:;,\t"]+$/, "").trim() }] : [];
  });
}
