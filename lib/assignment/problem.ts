import { CodecError, type CodecProblem } from "@/lib/codec/codec";
import type { z } from "@/lib/zod";

/**
 * Why a link or a receipt cannot be read. `invalid`: whole and of our form, but not what this page reads; `other`:
 * a good link of another kind, e.g. a receipt where an assignment is wanted.
 */
export type ReadProblem = CodecProblem | "invalid" | "other";

export class UnreadableError extends Error {
  override readonly name = "UnreadableError";
  constructor(
    readonly problem: ReadProblem,
    message: string,
    /** What kind of ours it is, if it is another. */
    readonly kind?: string,
  ) {
    super(message);
  }
}

/** `value` as `schema` has it; else an error that names the first field at fault, or the kind it really is. */
export function readAs<Value>(schema: z.ZodType<Value>, wanted: string, value: unknown): Value {
  const kind = (value as { kind?: unknown } | null)?.kind;
  if (typeof kind === "string" && kind !== wanted)
    throw new UnreadableError("other", `This is of the kind “${kind.slice(0, 40)}”, not “${wanted}”.`, kind);
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UnreadableError("invalid", `${issue.path.join(".") || wanted}: ${issue.message}`);
}

/** Any failure to read, as one of ours; anything else is a bug and is thrown on. */
export function toUnreadable(error: unknown): UnreadableError {
  if (error instanceof UnreadableError) return error;
  if (error instanceof CodecError) return new UnreadableError(error.problem, error.message);
  throw error;
}
