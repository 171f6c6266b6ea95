"use client";

import { useEffect } from "react";
import { BASE } from "@/lib/base";

/** Registers `public/sw.js`, which keeps what a visit loaded for the next one without a network. */
export function ServiceWorker() {
  useEffect(() => {
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    navigator.serviceWorker.register(`${BASE}/sw.js`).catch(() => {
      // Private windows and embedded pages may refuse; the site works without it.
    });
  }, []);
  return null;
}
