import type { Notebook } from "@/lib/notebook/notebook-state";
import type { EditorFile } from "./editor/file";

/** A cell as the editor sees it: a file among the lesson's, whose types know the page's names. */
export function toEditorFile(id: string, notebook: Notebook): EditorFile {
  return {
    // Under its own path the others see it as it last parsed; see `page-files.ts`.
    path: `cells/${id}.edit.ts`,
    modules: notebook.modules,
    page: {
      getTexts: () => ({ ...notebook.getState(), modules: notebook.modules }),
      subscribe: (listener) => notebook.subscribe(listener),
    },
  };
}
