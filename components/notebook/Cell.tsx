"use client";

import { useEffect, useMemo, useRef } from "react";
import { Button } from "@/components/ui/Button";
import { useReady } from "@/components/ui/useReady";
import { announce, lessonAt } from "@/lib/progress/events";
import styles from "./Cell.module.css";
import { CellStatus, shownPhase } from "./CellStatus";
import { CodeArea, type CodeAreaHandle } from "./CodeArea";
import { toEditorFile } from "./cell-file";
import { useCell, useNotebook } from "./NotebookProvider";
import { Outputs } from "./Outputs";
import { useLasting, useLate } from "./useLate";
import { useVisible } from "./useVisible";
import { AddCell } from "./work/AddCell";
import { CellActions } from "./work/CellActions";
import { CellVersions } from "./work/CellVersions";
import { Deleted } from "./work/Deleted";
import { NextOwn } from "./work/NextOwn";
import { useRunner } from "./work/useRunner";

export interface CellProps {
  /** The cell of the page's notebook. */
  id: string;
  /** The author's code as HTML, highlighted at build time; a cell that the reader added has none. */
  highlighted?: string;
}

/** Code that runs: readable and with its outputs before any script has loaded; editable and live after. */
export function Cell({ id, highlighted }: CellProps) {
  const notebook = useNotebook();
  const cell = useCell(id);
  const section = useRef<HTMLElement>(null);
  const code = useRef<CodeAreaHandle>(null);
  const actions = useRef<HTMLDivElement>(null);
  const file = useMemo(() => toEditorFile(id, notebook), [id, notebook]);
  const runner = useRunner();
  const ready = useReady();
  const running = cell.phase === "running";
  const late = useLate(running);
  // Most runs are over before a button or a line could be read: what changes meanwhile would cost them a frame.
  const told = useLasting(cell, running && !late);
  const edited = cell.author !== undefined && cell.code !== cell.author;

  useVisible(section, (visible) => notebook.setVisible(id, visible));
  useEffect(() => {
    if (cell.phase === "done" || cell.phase === "failed")
      announce({
        kind: "cell-run",
        lesson: lessonAt(location.pathname),
        id,
        failed: cell.phase === "failed",
      });
  }, [cell.phase, id]);

  const run = () => runner.run(id);

  return (
    <>
      <section
        ref={section}
        id={`cell-${id}`}
        className={styles.cell}
        aria-label={`Code cell: ${cell.title}`}
        data-cell={id}
        data-state={shownPhase(cell)}
        data-edited={edited || undefined}
      >
        <header className={styles.bar}>
          <p className={styles.title}>
            <a className="address" href={`#cell-${id}`}>
              {cell.title}
            </a>
          </p>
          <div ref={actions} className={styles.actions}>
            <CellActions id={id} own={cell.author === undefined} edited={edited} />
            <Button
              variant="primary"
              disabled={!ready}
              data-run=""
              onClick={late ? () => notebook.stop() : run}
              data-slow={cell.slow || undefined}
            >
              {late ? "Stop" : runner.held ? `Run code from ${runner.held}` : "Run"}
            </Button>
          </div>
        </header>
        <CodeArea
          ref={code}
          label={`Code of ${cell.title}`}
          file={file}
          code={cell.code}
          highlighted={edited ? undefined : highlighted}
          onChange={(next) => notebook.setCode(id, next)}
          onRun={run}
          onLeave={() => actions.current?.querySelector<HTMLElement>("[data-run]")?.focus()}
        />
        <CellVersions cell={cell} />
        <div className={styles.outputs} data-pending={late || cell.phase === "waiting" || undefined}>
          <Outputs
            displays={cell.outputs}
            onGoTo={(line) => code.current?.goTo(line)}
            onTurn={(control, value) => notebook.turn(id, control, value)}
          />
        </div>
        <CellStatus cell={told} />
      </section>
      <AddCell after={id} name={cell.title} />
      <Deleted after={id} />
      <NextOwn after={id} cell={Cell} />
    </>
  );
}
