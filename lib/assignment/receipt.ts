import { type CodecLimits, decode, encode, linkLimits } from "@/lib/codec/codec";
import { z } from "@/lib/zod";
import { type Assignment, keyOf } from "./assignment";
import { canonical, shortHash } from "./hash";
import { findCode } from "./link";
import { readAs, toUnreadable } from "./problem";
import { type Entries, entries } from "./work";

/**
 * What a student hands in. It is a claim: the page that makes it runs on the student's machine, where everything can
 * be changed. The seal tells a receipt that was edited by hand from one that a page has made; it does not tell an
 * honest page from a rebuilt one. What can be trusted is what the review page computes again.
 */

const seconds = z.number().int().min(0).max(99_999_999_999);

export const receipt = z.strictObject({
  kind: z.literal("receipt"),
  /** Id of the assignment. */
  assignment: z.string().regex(/^[a-z0-9]{8,20}$/),
  /** Of the assignment as the student saw it. */
  digest: z.string().max(20),
  title: z.string().max(300),
  /** Only if the student typed one. */
  name: z.string().max(200).optional(),
  started: seconds,
  made: seconds,
  /** Hashes of the lessons as the student saw them, by slug. */
  lessons: z.record(z.string().max(60), z.string().max(20)),
  results: entries,
  seal: z.string().max(20),
});

export type Receipt = z.infer<typeof receipt>;

/** A receipt in a file may hold more code than a link can carry. */
export const fileLimits: CodecLimits = { compressed: 1_000_000, inflated: 4_000_000 };

/** Of everything an assignment asks for; not of when it was made, and of how the lessons were then. */
export function digestOf({ made: _, lessons: __, ...asked }: Assignment): string {
  return shortHash("assignment", canonical(asked));
}

interface HandIn {
  name?: string;
  started: number;
  made: number;
  lessons: Record<string, string>;
  results: Entries;
}

/** Only what belongs to the assignment goes into its receipt. */
export function toReceipt(assignment: Assignment, { results, name, ...rest }: HandIn): Receipt {
  const keys = assignment.tasks.map(keyOf).filter((key) => Object.hasOwn(results, key));
  const bare: Omit<Receipt, "seal"> = {
    kind: "receipt",
    assignment: assignment.id,
    digest: digestOf(assignment),
    title: assignment.title,
    ...(name?.trim() && { name: name.trim() }),
    ...rest,
    results: Object.fromEntries(keys.map((key) => [key, results[key]])),
  };
  return { ...bare, seal: sealOf(bare) };
}

/** Whether the receipt is as some page of ours made it. */
export function isSealed({ seal, ...bare }: Receipt): boolean {
  return seal === sealOf(bare);
}

function sealOf(bare: Omit<Receipt, "seal">): string {
  return shortHash("receipt", canonical(bare));
}

/** Throws a `CodecError` where the receipt is too large: then a file with `fileLimits` still holds it. */
export function encodeReceipt(value: Receipt, limits = linkLimits): Promise<string> {
  return encode(value, limits);
}

/** Throws an `UnreadableError`. */
export async function decodeReceipt(text: string, limits = fileLimits): Promise<Receipt> {
  try {
    return readAs(receipt, "receipt", await decode(findCode(text), limits));
  } catch (error) {
    throw toUnreadable(error);
  }
}
