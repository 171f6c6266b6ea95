"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/Button";
import { useReady } from "@/components/ui/useReady";
import { exerciseFiles, toCheckProgram } from "@/lib/notebook/exercise-program";
import type { Program } from "@/lib/notebook/program";
import { announce, lessonAt } from "@/lib/progress/events";
import cell from "./Cell.module.css";
import { CodeArea, type CodeAreaHandle } from "./CodeArea";
import { DraftNote } from "./DraftNote";
import styles from "./Exercise.module.css";
import { ExerciseHelp } from "./ExerciseHelp";
import type { EditorFile } from "./editor/file";
import { Outputs } from "./Outputs";
import { RunStatus, shownState } from "./RunStatus";
import { useDraft } from "./useDraft";
import { useRun } from "./useRun";

export interface ExerciseProps {
  /** Unique on the page; drafts are kept under it. */
  id: string;
  title: string;
  /** Entry: the folder's start.ts; modules: solution.ts, check.ts, mistakes.ts and all they import. */
  program: Program;
  /** start.ts as HTML, highlighted at build time. */
  highlighted: string;
  solutionHighlighted: string;
  /** From a nudge to nearly the answer; each opens on its own. */
  hints: string[];
  /** What the reader is asked to write. */
  children: ReactNode;
}

/** Code to write, and a check that accepts any correct answer and names the likely mistake. */
export function Exercise({
  id,
  title,
  program,
  highlighted,
  solutionHighlighted,
  hints,
  children,
}: ExerciseProps) {
  const author = program.modules[program.entry].trimEnd();
  const draft = useDraft(id, author);
  const { state, run, stop, show } = useRun({ outputs: [], source: author });
  const code = useRef<CodeAreaHandle>(null);
  const actions = useRef<HTMLDivElement>(null);

  const ready = useReady();
  const running = state.phase === "running";
  const check = () => {
    draft.flush();
    void run(toCheckProgram(program, draft.code), draft.code);
  };
  const reset = () => {
    draft.reset();
    show({ phase: "prebuilt", outputs: [], source: author });
  };
  const shown = shownState(state, draft.code);
  const passed = state.outputs.some((output) => output.kind === "verdict" && output.passed);
  const solution = program.modules[exerciseFiles(folderOf(program)).solution].trimEnd();

  const verdict = state.phase === "done" ? state.outputs.find(({ kind }) => kind === "verdict") : undefined;
  useEffect(() => {
    if (verdict?.kind !== "verdict") return;
    announce({
      kind: "exercise",
      lesson: lessonAt(window.location.pathname),
      id,
      passed: verdict.passed,
      code: state.source,
      mistake: verdict.failure?.mistake?.id,
    });
  }, [verdict, state.source, id]);

  return (
    <section
      id={`exercise-${id}`}
      className={cell.cell}
      aria-labelledby={`${id}-title`}
      data-exercise={id}
      data-state={shown}
      data-edited={draft.edited || undefined}
      data-passed={(shown === "done" && passed) || undefined}
    >
      <header className={styles.task}>
        <h3 id={`${id}-title`} className={styles.title}>
          <a className="address" href={`#exercise-${id}`}>
            {title}
          </a>
        </h3>
        {children}
      </header>
      <CodeArea
        ref={code}
        label={`Your code for: ${title}`}
        file={toFile(program)}
        code={draft.code}
        highlighted={draft.edited ? undefined : highlighted}
        onChange={draft.edit}
        onRun={check}
        onLeave={() => actions.current?.querySelector<HTMLElement>("[data-run]")?.focus()}
      />
      {draft.outdated && <DraftNote highlighted={highlighted} onReset={reset} />}
      <div ref={actions} className={`${cell.actions} ${styles.actions}`}>
        <Button
          variant="primary"
          disabled={!ready}
          data-run=""
          onClick={running ? stop : check}
          data-slow={state.slow || undefined}
        >
          {running ? "Stop" : "Check"}
        </Button>
        {(draft.edited || draft.undoable) && (
          <Button onClick={draft.undoable ? draft.undo : reset}>
            {draft.undoable ? "Undo reset" : "Reset"}
          </Button>
        )}
      </div>
      {state.outputs.length > 0 && (
        <div className={cell.outputs} data-pending={running || undefined} aria-live="polite">
          <Outputs displays={state.outputs} onGoTo={(line) => code.current?.goTo(line)} />
        </div>
      )}
      {state.phase !== "prebuilt" && <RunStatus state={state} code={draft.code} />}
      <ExerciseHelp hints={hints} solution={solution} highlighted={solutionHighlighted} mine={draft.code} />
    </section>
  );
}

/** "exercises/top-p/start.ts" → "exercises/top-p" */
function folderOf({ entry }: Program): string {
  return entry.split("/").slice(0, -1).join("/");
}

/** The lesson's files are known to the editor; the solution beside the code is not for it to tell. */
function toFile({ entry, focus, modules }: Program): EditorFile {
  const importable = Object.entries(modules).filter(([path]) => !path.startsWith("exercises/"));
  return { path: focus ?? entry, modules: Object.fromEntries(importable) };
}
