"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { toCellProgram } from "@/lib/notebook/cell-program";
import { announce, lessonAt } from "@/lib/progress/events";
import styles from "./Cell.module.css";
import { CellStatus, shownPhase } from "./CellStatus";
import { CodeArea, type CodeAreaHandle } from "./CodeArea";
import { DraftNote } from "./DraftNote";
import { useCell, useNotebook } from "./NotebookProvider";
import { Outputs } from "./Outputs";
import { useDraft } from "./useDraft";
import { useLate } from "./useLate";
import { useReady } from "./useReady";
import { useVisible } from "./useVisible";

export interface CellProps {
  /** The cell of the page's notebook. */
  id: string;
  /** The author's code as HTML, highlighted at build time. */
  highlighted: string;
}

/** Code that runs: readable and with its outputs before any script has loaded; editable and live after. */
export function Cell({ id, highlighted }: CellProps) {
  const notebook = useNotebook();
  const cell = useCell(id);
  const author = cell.author ?? "";
  const draft = useDraft(id, author);
  const section = useRef<HTMLElement>(null);
  const code = useRef<CodeAreaHandle>(null);
  const actions = useRef<HTMLDivElement>(null);
  const program = useMemo(() => toCellProgram(id, author, notebook.modules), [id, author, notebook]);
  const ready = useReady();
  const running = cell.phase === "running";
  const late = useLate(running);
  const [asked, setAsked] = useState(false);
  // A cell that merely follows a slider is done before its button could be read.
  const stoppable = running && (late || asked);

  useVisible(section, (visible) => notebook.setVisible(id, visible));
  useEffect(() => notebook.setCode(id, draft.code), [notebook, id, draft.code]);
  useEffect(() => {
    if (!running) setAsked(false);
  }, [running]);
  useEffect(() => {
    if (cell.phase === "done" || cell.phase === "failed")
      announce({
        kind: "cell-run",
        lesson: lessonAt(location.pathname),
        id,
        failed: cell.phase === "failed",
      });
  }, [cell.phase, id]);

  const run = () => {
    draft.flush();
    setAsked(true);
    notebook.setCode(id, draft.code);
    notebook.run(id);
  };
  const reset = () => {
    draft.reset();
    notebook.reset(id);
  };

  return (
    <section
      id={`cell-${id}`}
      ref={section}
      className={styles.cell}
      aria-label={`Code cell: ${cell.title}`}
      data-cell={id}
      data-state={shownPhase(cell)}
      data-edited={draft.edited || undefined}
    >
      <header className={styles.bar}>
        <p className={styles.title}>
          <a className="address" href={`#cell-${id}`}>
            {cell.title}
          </a>
        </p>
        <div ref={actions} className={styles.actions}>
          {(draft.edited || draft.undoable) && (
            <Button onClick={draft.undoable ? draft.undo : reset}>
              {draft.undoable ? "Undo reset" : "Reset"}
            </Button>
          )}
          <Button
            variant="primary"
            disabled={!ready}
            data-run=""
            onClick={stoppable ? () => notebook.stop() : run}
            data-slow={cell.slow || undefined}
          >
            {stoppable ? "Stop" : "Run"}
          </Button>
        </div>
      </header>
      <CodeArea
        ref={code}
        label={`Code of ${cell.title}`}
        program={program}
        code={draft.code}
        highlighted={draft.edited ? undefined : highlighted}
        onChange={draft.edit}
        onRun={run}
        onLeave={() => actions.current?.querySelector<HTMLElement>("[data-run]")?.focus()}
      />
      {draft.outdated && <DraftNote highlighted={highlighted} onReset={reset} />}
      <div className={styles.outputs} data-pending={late || cell.phase === "waiting" || undefined}>
        <Outputs
          displays={cell.outputs}
          onGoTo={(line) => code.current?.goTo(line)}
          onTurn={(control, value) => notebook.turn(id, control, value)}
        />
      </div>
      <CellStatus cell={cell} late={late} />
    </section>
  );
}
