"use client";

import { type ComponentType, useEffect, useState } from "react";
import { findActive } from "@/lib/assignment/active";
import type { PanelProps } from "./Panel";

/**
 * Where the panel of an assignment goes on a lesson's page. Without an assignment this is all that is loaded;
 * whatever fails here, the lesson stays as it is.
 */
export function AssignmentSlot({ lesson }: { lesson: string }) {
  const [active, setActive] = useState<{ code: string; Panel: ComponentType<PanelProps> }>();
  useEffect(() => {
    const look = () => {
      const code = findActive(window.location.hash);
      if (code)
        import("./Panel").then(
          ({ Panel }) => setActive({ code, Panel }),
          (error: unknown) => console.error("The assignment's panel could not be loaded.", error),
        );
    };
    look();
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, []);
  if (!active) return null;
  return <active.Panel code={active.code} lesson={lesson} onLeave={() => setActive(undefined)} />;
}
