"use client";

import { useEffect } from "react";

/**
 * Keeps the fragment that a reader went to while the page came alive. The router then writes the address it read when
 * it began; the browser still knows the target.
 */
export function KeepFragment() {
  useEffect(() => {
    // Once the effects around this one have run too: from then on `replaceState` tells the router.
    const timer = setTimeout(() => {
      const target = document.querySelector(":target");
      if (target && window.location.hash === "")
        window.history.replaceState(null, "", `#${encodeURIComponent(target.id)}`);
    });
    return () => clearTimeout(timer);
  }, []);
  return null;
}
