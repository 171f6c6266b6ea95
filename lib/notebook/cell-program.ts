import { cellPath } from "./cell-path";
import type { Program } from "./program";

/** A cell with the files it may import, as the editor takes it. */
export function toCellProgram(id: string, code: string, modules: Readonly<Record<string, string>>): Program {
  const entry = cellPath(id);
  return { entry, modules: { ...modules, [entry]: code } };
}
