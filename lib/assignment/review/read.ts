import { decode } from "@/lib/codec/codec";
import { type Assignment, assignment as assignmentSchema } from "../assignment";
import { type ReadProblem, readAs, toUnreadable, UnreadableError } from "../problem";
import { digestOf, fileLimits, isSealed, type Receipt, receipt as receiptSchema } from "../receipt";
import { isAbout, readShortCode, type TaskState } from "../short-code";
import { type Candidate, findCandidates, findShortCodes } from "./find";

/** Where a text came from: a file's name, or what stands for "pasted". */
export interface Source {
  from: string;
  text: string;
}

export interface FoundReceipt {
  from: string;
  receipt: Receipt;
  /** As it was read, to be exported again. */
  code: string;
  /** No field was edited by hand since a page made it. */
  sealed: boolean;
}

export interface FoundShort {
  from: string;
  name: string;
  code: string;
  assignment: string;
  states: TaskState[];
}

export interface Refused {
  from: string;
  /** `nothing`: there is no code in it; `short`: a short code that was copied wrongly. */
  problem: ReadProblem | "nothing" | "short";
  message: string;
}

export interface Pile {
  receipts: FoundReceipt[];
  shorts: FoundShort[];
  assignments: Assignment[];
  refused: Refused[];
}

export const emptyPile: Pile = { receipts: [], shorts: [], assignments: [], refused: [] };

/** Larger files are no receipts. */
export const LARGEST_FILE = 8_000_000;

/**
 * Reads everything in `sources`. Nothing is dropped in silence: what cannot be read is named, with where it came from.
 * `known`: assignments that short codes may be about, besides those in the sources.
 */
export async function readSources(
  signal: AbortSignal,
  sources: readonly Source[],
  known: readonly Assignment[],
  onProgress: (read: number) => void = () => {},
): Promise<Pile> {
  const pile: Pile = { receipts: [], shorts: [], assignments: [], refused: [] };
  for (const [i, { from, text }] of sources.entries()) {
    signal.throwIfAborted();
    const before = count(pile);
    for (const candidate of findCandidates(text)) await readCandidate(candidate, from, pile);
    for (const short of findShortCodes(text)) readShort(short, from, [...pile.assignments, ...known], pile);
    if (count(pile) === before)
      pile.refused.push({ from, problem: "nothing", message: text.trim().slice(0, 80) });
    onProgress(i + 1);
    // The page stays alive while hundreds of files are read.
    if (i % 50 === 49) await new Promise((resolve) => setTimeout(resolve));
  }
  return pile;
}

function count({ receipts, shorts, assignments, refused }: Pile): number {
  return receipts.length + shorts.length + assignments.length + refused.length;
}

async function readCandidate(candidate: Candidate, from: string, pile: Pile): Promise<void> {
  try {
    const { value, code } = await decodeBroken(candidate);
    if ((value as { kind?: unknown } | null)?.kind === "assignment") {
      pile.assignments.push(readAs(assignmentSchema, "assignment", value));
      return;
    }
    const receipt = readAs(receiptSchema, "receipt", value);
    pile.receipts.push({ from, receipt, code, sealed: isSealed(receipt) });
  } catch (error) {
    const { problem, message } = toUnreadable(error);
    pile.refused.push({ from, problem, message });
  }
}

/** A code that is cut off goes on with the next piece, as long as that helps. */
async function decodeBroken({ words }: Candidate): Promise<{ value: unknown; code: string }> {
  let code = "";
  let first: UnreadableError | undefined;
  for (const word of words) {
    code += word;
    try {
      return { value: await decode(code, fileLimits), code };
    } catch (error) {
      const unreadable = toUnreadable(error);
      first ??= unreadable;
      if (unreadable.problem !== "truncated") throw first;
    }
  }
  throw first ?? new UnreadableError("foreign", "There is no code here.");
}

function readShort(
  { code, before }: { code: string; before: string },
  from: string,
  assignments: readonly Assignment[],
  pile: Pile,
): void {
  const about = assignments.filter((one) => isAbout(one, code));
  for (const one of about) {
    const states = readShortCode(one, code);
    if (states) {
      pile.shorts.push({ from, name: before, code, assignment: one.id, states });
      return;
    }
  }
  // What names no assignment may be any word with dashes; what names one was meant as a code.
  if (about.length > 0)
    pile.refused.push({ from: before ? `${from}, ${before}` : from, problem: "short", message: code });
}

/** Two piles as one; the same receipt twice is one receipt. */
export function mergePiles(a: Pile, b: Pile): Pile {
  const receipts = new Map([...a.receipts, ...b.receipts].map((one) => [one.receipt.seal + one.code, one]));
  const shorts = new Map([...a.shorts, ...b.shorts].map((one) => [`${one.name} ${one.code}`, one]));
  const assignments = new Map([...a.assignments, ...b.assignments].map((one) => [digestOf(one), one]));
  return {
    receipts: [...receipts.values()],
    shorts: [...shorts.values()],
    assignments: [...assignments.values()],
    refused: [...a.refused, ...b.refused],
  };
}
