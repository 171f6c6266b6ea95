import type { InputValue } from "@/lib/notebook/notebook-state";

/** What is edited, and what its types depend on. */
export interface EditorFile {
  /** Relative to the lesson's folder: imports start from there. No other file has it. */
  path: string;
  /** Files of the lesson that it may import. */
  modules: Readonly<Record<string, string>>;
  /** The notebook whose names it shares, if it is a cell. */
  page?: EditorPage;
}

/** Where the editor reads what the page's notebook is now. */
export interface EditorPage {
  getTexts(): PageTexts;
  /** Calls `listener` after each change; returns what ends that. */
  subscribe(listener: () => void): () => void;
}

/** What of a page's notebook has to do with types. */
export interface PageTexts {
  cells: readonly { id: string; code: string }[];
  inputs: readonly { name: string; value: InputValue }[];
  /** The lesson's own files, by path relative to its folder. */
  modules: Readonly<Record<string, string>>;
}
