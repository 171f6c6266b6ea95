"use client";

import { useEffect, useRef, useState } from "react";

/**
 * A value at a pace that can be read: never two changes within `milliseconds`, and always the last one. For what
 * stands beside a moving picture and would only slow it down.
 */
export function usePaced<Value>(value: Value, milliseconds = 120): Value {
  const [shown, setShown] = useState(value);
  const newest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const due = useRef(0);
  useEffect(() => {
    newest.current = value;
    if (timer.current !== undefined || value === shown) return;
    timer.current = setTimeout(
      () => {
        timer.current = undefined;
        due.current = performance.now() + milliseconds;
        setShown(() => newest.current);
      },
      Math.max(0, due.current - performance.now()),
    );
  }, [value, shown, milliseconds]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return shown;
}
