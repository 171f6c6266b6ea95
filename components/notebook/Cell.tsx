"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/Button";
import type { Display } from "@/lib/notebook/display";
import type { Program } from "@/lib/notebook/program";
import styles from "./Cell.module.css";
import { CodeArea, type CodeAreaHandle } from "./CodeArea";
import { DraftNote } from "./DraftNote";
import { Outputs } from "./Outputs";
import { RunStatus, shownState } from "./RunStatus";
import { useDraft } from "./useDraft";
import { useReady } from "./useReady";
import { useRun } from "./useRun";

export interface CellProps {
  /** Unique on the page; drafts are kept under it. */
  id: string;
  /** The author's program; its entry is what the reader edits. */
  program: Program;
  title?: string;
  /** The entry's source as HTML, highlighted at build time. */
  highlighted: string;
  /** What the entry shows, computed at build time. */
  outputs: Display[];
}

/** Code that runs: readable and with its outputs before any script has loaded; editable and live after. */
export function Cell({ id, program, title, highlighted, outputs }: CellProps) {
  const author = program.modules[program.entry].trimEnd();
  const draft = useDraft(id, author);
  const { state, run, stop, show } = useRun({ outputs, source: author });
  const code = useRef<CodeAreaHandle>(null);
  const actions = useRef<HTMLDivElement>(null);

  const ready = useReady();
  const running = state.phase === "running";
  const start = () => {
    draft.flush();
    void run({ ...program, modules: { ...program.modules, [program.entry]: draft.code } }, draft.code);
  };
  const reset = () => {
    draft.reset();
    show({ phase: "prebuilt", outputs, source: author });
  };
  const name = title ?? program.entry.split("/").at(-1)?.replace(/\.ts$/, "") ?? id;

  return (
    <section
      id={`cell-${id}`}
      className={styles.cell}
      aria-label={`Code cell: ${name}`}
      data-cell={id}
      data-state={shownState(state, draft.code)}
      data-edited={draft.edited || undefined}
    >
      <header className={styles.bar}>
        <p className={styles.title}>
          <a className="address" href={`#cell-${id}`}>
            {name}
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
            onClick={running ? stop : start}
            data-slow={state.slow || undefined}
          >
            {running ? "Stop" : "Run"}
          </Button>
        </div>
      </header>
      <CodeArea
        ref={code}
        label={`Code of ${name}`}
        program={program}
        code={draft.code}
        highlighted={draft.edited ? undefined : highlighted}
        onChange={draft.edit}
        onRun={start}
        onLeave={() => actions.current?.querySelector<HTMLElement>("[data-run]")?.focus()}
      />
      {draft.outdated && <DraftNote highlighted={highlighted} onReset={reset} />}
      <div className={styles.outputs} data-pending={running || undefined}>
        <Outputs displays={state.outputs} onGoTo={(line) => code.current?.goTo(line)} />
      </div>
      <RunStatus state={state} code={draft.code} />
    </section>
  );
}
