"use client";

import { createContext, type ReactNode, useContext } from "react";
import { noRules, type Rules } from "@/lib/controls/rules";

const Context = createContext<Rules>(noRules);

/** Tells the controls below it which of them may not be moved or shown. */
export function ControlRules({ rules, children }: { rules: Rules; children: ReactNode }) {
  return <Context value={rules}>{children}</Context>;
}

/** What has been decided about the control of this name; `free` where nothing has. */
export function useControlRule(name: string): "free" | "locked" | "hidden" {
  const { locked, hidden } = useContext(Context);
  if (hidden.includes(name)) return "hidden";
  return locked.includes(name) ? "locked" : "free";
}
