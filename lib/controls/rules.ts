import type { ControlValue } from "./controls";

/** What somebody other than the reader has decided about a demo: an assignment, or the page that embeds it. */
export interface Rules {
  /** Where the controls stand; the demo ignores what does not fit them. */
  values: Readonly<Record<string, ControlValue>>;
  /** Controls that can be seen but not moved. */
  locked: readonly string[];
  /** Controls that are not shown; they keep their value. */
  hidden: readonly string[];
}

export const noRules: Rules = { values: {}, locked: [], hidden: [] };

const rules = new Map<string, Rules>();
const listeners = new Set<() => void>();

/** Rules for the demos of this page by their id, in place of all earlier ones. */
export function setRules(byDemo: Readonly<Record<string, Rules>>): void {
  rules.clear();
  for (const [demo, its] of Object.entries(byDemo)) rules.set(demo, its);
  for (const listener of listeners) listener();
}

/** The same object until `setRules` is called again. */
export function rulesFor(demo: string): Rules {
  return rules.get(demo) ?? noRules;
}

export function subscribeRules(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
