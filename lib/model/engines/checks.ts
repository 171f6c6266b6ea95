/** What every engine refuses in the same words, as RangeErrors. */
import type { Config } from "../gpt";
import type { TraceRequest } from "../protocol";

/** Throws unless the network reads `tokens` at once. */
export function checkLength({ n_ctx }: Config, { length }: readonly number[]): void {
  if (length === 0 || length > n_ctx)
    throw new RangeError(`The model reads 1 to ${n_ctx} tokens at once, not ${length}.`);
}

/** Throws unless `tokens` fit behind `length` others. */
export function checkRoom({ n_ctx }: Config, length: number, tokens: readonly number[]): void {
  if (tokens.length === 0) throw new RangeError("There must be at least one token to read.");
  if (length >= n_ctx) throw new RangeError(`The context of ${n_ctx} tokens is full.`);
  if (length + tokens.length > n_ctx)
    throw new RangeError(`The context of ${n_ctx} tokens holds ${length}; ${tokens.length} more do not fit.`);
}

/** Throws unless a session of `length` tokens can go back to `kept`. */
export function checkRewind(length: number, kept: number): void {
  if (!Number.isInteger(kept) || kept < 1 || kept > length)
    throw new RangeError(`A session of ${length} tokens cannot go back to ${kept}.`);
}

/** The gates, all 1 where none are given. Throws unless there is one number for each of them. */
export function checkGates(
  gates: TraceRequest["heads"],
  [layers, each]: [number, number],
  of: string,
): readonly (readonly number[])[] {
  if (!gates) return Array.from({ length: layers }, () => Array<number>(each).fill(1));
  if (gates.length !== layers || gates.some((row) => row.length !== each))
    throw new RangeError(`This model has ${layers} layers of ${each} ${of}; give one number for each.`);
  return gates;
}
