import { ModelError } from "./language-model";
import type { TraceRequest } from "./protocol";

/** What was done to a network before it answered. */
export type Change = Pick<TraceRequest, "heads" | "parts"> & {
  /** Other changes, in words: `weights of 2 bits`. */
  changed?: string;
};

/**
 * Throws a ModelError where a logit is NaN or infinite, naming the token and what may have caused it.
 * `logits`: row-major `[T, n_vocab]`.
 */
export function checkFinite(logits: Float32Array, n_vocab: number, change: Change = {}): void {
  const at = logits.findIndex((logit) => !Number.isFinite(logit));
  if (at < 0) return;
  throw new ModelError(
    "not-finite",
    `The network no longer computes numbers: the logits after token ${Math.floor(at / n_vocab) + 1} contain ` +
      `${logits[at]}. ${causeOf(change)}`,
  );
}

function causeOf({ heads, parts, changed }: Change): string {
  const causes = [
    ...nameGates(heads, (layer, head) => `head ${head} of layer ${layer}`),
    ...nameGates(parts, (layer, part) => `the ${part === 0 ? "attention" : "MLP"} of layer ${layer}`),
    ...(changed ? [changed] : []),
  ];
  if (causes.length === 0) return "Its weights may be damaged: reload the page.";
  const shown = causes.slice(0, 3).join(", ");
  const more = causes.length > 3 ? ` and ${causes.length - 3} more` : "";
  return `What was changed: ${shown}${more}. Take the change back, or make it smaller.`;
}

/** The gates that are not as trained, counted from 0 as everywhere. */
function nameGates(gates: Change["heads"], nameOf: (layer: number, i: number) => string): string[] {
  return (gates ?? []).flatMap((row, layer) =>
    row.flatMap((gate, i) => (gate === 1 ? [] : [`${nameOf(layer, i)} × ${gate}`])),
  );
}
