"use client";

import { Button } from "@/components/ui/Button";
import { useReady } from "@/components/ui/useReady";
import type { KernelState } from "@/lib/notebook/notebook-state";
import { Kept } from "./menu/Kept";
import { NotebookMenu } from "./menu/NotebookMenu";
import styles from "./NotebookBar.module.css";
import { useNotebook, useNotebookState } from "./NotebookProvider";
import { Refused } from "./Refused";
import { useLasting, useLate } from "./useLate";
import { LastRun } from "./work/LastRun";
import { useRunner } from "./work/useRunner";

const sentences: Record<KernelState, string> = {
  off: "nothing running",
  starting: "starting…",
  idle: "ready",
  busy: "running…",
};

/** What concerns all cells of the page at once; it stays at the lower edge while the text is read. */
export function NotebookBar() {
  const notebook = useNotebook();
  const kernel = useNotebookState((state) => state.kernel);
  const busy = kernel === "busy" || kernel === "starting";
  const late = useLate(busy);
  const told = useLasting(kernel, busy && !late);
  const ready = useReady();
  const { runAll, held } = useRunner();
  return (
    <div className={styles.bar} role="toolbar" aria-label="All cells of this page" data-kernel={kernel}>
      <Button disabled={!ready} onClick={runAll}>
        {held ? `Run all code from ${held}` : "Run all"}
      </Button>
      <Button disabled={!late} onClick={() => notebook.stop()}>
        Stop
      </Button>
      <Button
        disabled={told === "off"}
        title="Forget all values; what the cells show stays"
        onClick={() => notebook.restart()}
      >
        Restart
      </Button>
      <span className={styles.state} role="status">
        {sentences[told]}
      </span>
      <NotebookMenu />
      <Kept />
      <LastRun />
      <Refused />
    </div>
  );
}
