import { useEffect, useRef, useState } from "react";

/**
 * Turns true when `active` has been so for a while: what is over sooner is not worth a word. Not later than a run's
 * first outputs are shown (`patience` in `cell-run.ts`), so that they do not stand above the line of older ones.
 */
export function useLate(active: boolean, milliseconds = 120): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!active) return setLate(false);
    const timer = setTimeout(setLate, milliseconds, true);
    return () => clearTimeout(timer);
  }, [active, milliseconds]);
  return active && late;
}

/** A value; while it is `passing`, the one before. */
export function useLasting<Value>(value: Value, passing: boolean): Value {
  const last = useRef(value);
  const shown = passing ? last.current : value;
  useEffect(() => {
    last.current = shown;
  }, [shown]);
  return shown;
}
