"use client";

import { type RefObject, useEffect, useRef } from "react";

/** Calls `near` once, when the element comes within a screen of view; never for readers who save data. */
export function useNearViewport(ref: RefObject<Element | null>, near: () => void): void {
  const latest = useRef(near);
  latest.current = near;
  useEffect(() => {
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
    if (!ref.current || connection?.saveData) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry.isIntersecting) return;
        observer.disconnect();
        latest.current();
      },
      { rootMargin: "100% 0px" },
    );
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref]);
}
