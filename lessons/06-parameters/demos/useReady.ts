"use client";

import { useEffect, useState } from "react";

/** `data-state` of an instrument that computes in place: what the build drew, then alive under the reader's hands. */
export function useReady(): "prebuilt" | "ready" {
  const [state, setState] = useState<"prebuilt" | "ready">("prebuilt");
  useEffect(() => setState("ready"), []);
  return state;
}
