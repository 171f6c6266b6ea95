import { useEffect, useState } from "react";

/** Turns true when `active` has been so for a while: what is over sooner is not worth a word. */
export function useLate(active: boolean, milliseconds = 200): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!active) return setLate(false);
    const timer = setTimeout(setLate, milliseconds, true);
    return () => clearTimeout(timer);
  }, [active, milliseconds]);
  return active && late;
}
