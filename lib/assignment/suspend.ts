import { CodecError, type CodecLimits, decode, encode } from "@/lib/codec/codec";
import { z } from "@/lib/zod";
import type { Work } from "./keep";
import { readAs, toUnreadable } from "./problem";
import { entries } from "./work";

/** A student's work as a learning platform keeps it: SCORM 1.2 gives 4,096 characters, and not one more. */

const SUSPENDED = 4_096;
const limits: CodecLimits = { compressed: 3_060, inflated: 262_144 };

const suspended = z.strictObject({
  kind: z.literal("work"),
  /** Id of the assignment. */
  assignment: z.string().max(20),
  started: z.number().int().nonnegative(),
  name: z.string().max(200).default(""),
  results: entries,
});

export type Suspended = z.infer<typeof suspended>;

export interface Suspending {
  text: string;
  /** Keys of the tasks whose code or long answer did not fit: they are kept in this browser only. */
  left: string[];
}

/** What fits: where it is too much, the longest codes and answers are left out first, never what is done. */
export async function toSuspended(assignment: string, { started, name, results }: Work): Promise<Suspending> {
  const kept = structuredClone(results);
  const left: string[] = [];
  for (;;) {
    try {
      const text = await encode({ kind: "work", assignment, started, name, results: kept }, limits);
      if (text.length <= SUSPENDED) return { text, left };
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
    }
    const longest = Object.entries(kept).sort(([, a], [, b]) => sizeOf(b) - sizeOf(a))[0];
    if (!longest || sizeOf(longest[1]) === 0) return { text: "", left: Object.keys(results) };
    const { code: _, text: __, ...rest } = longest[1];
    kept[longest[0]] = rest;
    left.push(longest[0]);
  }
}

/** Throws an `UnreadableError`. */
export async function fromSuspended(text: string): Promise<Suspended> {
  try {
    return readAs(suspended, "work", await decode(text, limits));
  } catch (error) {
    throw toUnreadable(error);
  }
}

function sizeOf({ code = "", text = "" }: { code?: string; text?: string }): number {
  return code.length + text.length;
}
