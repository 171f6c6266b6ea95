import { nameOf } from "@/lib/share/origin";
import { useNotebook } from "../NotebookProvider";
import { useVisit, useWork } from "./WorkProvider";

export interface Runner {
  run(id: string): void;
  runAll(): void;
  /**
   * "this link": whose code the page shows, as long as the reader has not let it run. Buttons that run something
   * say so: clicking one lets it.
   */
  held?: string;
}

/** Runs cells, the reader's work put down before: a run may take the page down. */
export function useRunner(): Runner {
  const notebook = useNotebook();
  const work = useWork();
  const visit = useVisit();
  const held = visit.stage === "used" && visit.held ? nameOf(visit.from) : undefined;
  const prepare = () => {
    work?.keeper.spill();
    if (held) work?.visit.allow();
    else if (work?.lastRun) notebook.freeze(false);
  };
  return {
    held,
    run(id) {
      prepare();
      notebook.run(id);
    },
    runAll() {
      prepare();
      notebook.runAll();
    },
  };
}
