import type { CellTrace } from "./stdlib";

/** Where two models that read one text begin to differ. */
export interface Parting {
  /** Depth in the residual stream: 0 is the embeddings, `l + 1` what leaves layer `l`. */
  depth: number;
  /** Place of the token, the start token being 0. */
  token: number;
  /** Largest difference of the residual streams there. */
  difference: number;
}

/** Rounding of two engines stays far below this. */
const tolerance = 1e-3;

/** The first depth, and there the first token, at which residual streams differ. `[L + 1][T][d]` each. */
export function findParting(
  one: NonNullable<CellTrace["residual"]>,
  other: NonNullable<CellTrace["residual"]>,
): Parting | undefined {
  for (const [depth, differences] of toDifferences(one, other).entries()) {
    const token = differences.findIndex((difference) => !(difference <= tolerance));
    if (token >= 0) return { depth, token, difference: differences[token] };
  }
  return undefined;
}

/** Largest difference at each depth and token, as far down as both go. → `[depth][T]` */
export function toDifferences(one: number[][][], other: number[][][]): number[][] {
  return one
    .slice(0, other.length)
    .map((stream, depth) => stream.map((row, t) => largestGap(row, other[depth][t])));
}

/** NaN where the rows cannot be compared. */
function largestGap(row: readonly number[], other: readonly number[] | undefined): number {
  if (other?.length !== row.length) return Number.NaN;
  return row.reduce((gap, x, i) => Math.max(gap, Math.abs(x - other[i])), 0);
}

export function nameOfDepth(depth: number): string {
  return depth === 0 ? "embeddings" : `layer ${depth - 1}`;
}

/** One sentence for the reader. `texts`: of the tokens, start token first. */
export function sayParting(
  parting: Parting | undefined,
  texts: readonly string[],
  logitsDiffer: boolean,
): string {
  if (!parting)
    return logitsDiffer
      ? "Their residual streams agree at every depth; they part only where the logits are made of the last one."
      : "They do not part: residual streams and logits agree at every token.";
  const { depth, token, difference } = parting;
  const place = depth === 0 ? "in the embeddings" : `in ${nameOfDepth(depth)}`;
  const size = Number.isFinite(difference) ? `differ by ${difference.toPrecision(2)}` : "cannot be compared";
  return `They part first ${place}, at token ${token} (${JSON.stringify(texts[token])}): the residual streams ${size}.`;
}
