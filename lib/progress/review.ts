/**
 * When a prediction is asked again: a guess that was right comes back later and later, one that missed comes
 * back tomorrow. Pure: days are counted from the guess, not from midnight.
 */

export interface Review {
  /** Place in `gaps` of the wait that began with the last guess; past its end, the prediction is learned. */
  step: number;
  /** Milliseconds since 1970; a learned prediction is never due. */
  due?: number;
}

const day = 86_400_000;

/** Days to wait. */
const gaps = [1, 3, 7, 21];

/** The wait after a guess at `at`, given the one before it. */
export function scheduleReview(before: Review | undefined, right: boolean, at: number): Review {
  if (!right) return waitFrom(0, at);
  if (!before) return waitFrom(1, at);
  // Right again before its time, with the answer still in mind: it proves nothing, and the wait goes on.
  if (!isDue(before, at)) return { step: before.step, due: before.due };
  return waitFrom(before.step + 1, at);
}

export function isDue({ due }: Review, now: number): boolean {
  return due !== undefined && due <= now;
}

function waitFrom(step: number, at: number): Review {
  return step < gaps.length ? { step, due: at + gaps[step] * day } : { step: gaps.length };
}
