"use client";

import { useEffect, useState } from "react";

/** A value once it has stood still for a while: what a screen reader should be told of a moving slider. */
export function useSettled<Value>(value: Value, milliseconds = 700): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
