import type { ErrorDisplay } from "./display";

/** What a cell shows when it cannot run because of another one. */
export function blockedBy(name: string, title: string): ErrorDisplay {
  const message = `This cell needs ${name}, and the cell “${title}”, which defines it, has an error.`;
  return { kind: "error", name: "NameError", message };
}
