import type { Display } from "../notebook/display";
import type { InputValue } from "../notebook/notebook-state";

/** A page's notebook as it stands, with all that a file of it needs. */
export interface ExportedNotebook {
  /** Slug of the lesson: "temperature". */
  lesson: string;
  title: string;
  /** Where the notebook runs, without a fragment. */
  address: string;
  cells: ExportedCell[];
  inputs: { name: string; value: InputValue }[];
  /** The lesson's own files that cells import: source by path relative to the lesson's folder. */
  modules: Readonly<Record<string, string>>;
}

export interface ExportedCell {
  id: string;
  title: string;
  code: string;
  /** A cell that the reader added: the one it stands below. */
  after?: string;
  outputs: readonly Display[];
  /** The heading that the cell is the first one below. */
  heading?: { id: string; text: string };
}

/** A cell as a file holds it. */
export interface ImportedCell {
  id: string;
  code: string;
  after?: string;
}

export interface ImportedNotebook {
  lesson: string;
  cells: ImportedCell[];
  inputs: Record<string, InputValue>;
}

/** A file that cannot be imported; the message says why, and what to do. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}
