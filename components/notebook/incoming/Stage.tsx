"use client";

import { Button } from "@/components/ui/Button";
import type { InputValue } from "@/lib/notebook/notebook-state";
import type { Offered } from "@/lib/share/incoming";
import { nameOf } from "@/lib/share/origin";
import type { Visit, VisitState } from "@/lib/share/visit";
import { ScrollingCode } from "../CodeView";
import { Compare } from "../work/Compare";
import styles from "./Incoming.module.css";

interface StageProps {
  visit: Visit;
  state: Exclude<VisitState, { stage: "none" }>;
}

/** What the reader is told, and can do, at each stage; see `VisitState`. */
export function Stage({ visit, state }: StageProps) {
  const from = nameOf(state.from);
  const dismiss = (word: string) => (
    <Button
      onClick={() => {
        forgetLink();
        void visit.leave();
      }}
    >
      {word}
    </Button>
  );
  switch (state.stage) {
    case "refused":
      return (
        <>
          <p role="alert">
            {state.from.kind === "link"
              ? "This link carries a notebook, but it cannot be read: "
              : `${from}: `}
            {state.why}
          </p>
          <div className={styles.actions}>{dismiss("Close")}</div>
        </>
      );
    case "offered":
      return (
        <>
          <p role="status">
            {`${capital(from)} carries ${count(state.cells, state.inputs)} from whoever ${state.from.kind === "link" ? "sent it" : "saved it"}. `}
            Nothing of it has run, and your own work is as it was.
          </p>
          <div className={styles.actions}>
            <Button variant="primary" onClick={visit.show}>
              Show
            </Button>
            {dismiss("Leave it")}
          </div>
        </>
      );
    case "shown":
      return (
        <>
          <p>Read it first. It has not run, and will not run before you say so.</p>
          <Contents cells={state.cells} inputs={state.inputs} />
          <div className={styles.actions}>
            <Button variant="primary" onClick={() => void visit.use()}>
              Put it on the page
            </Button>
            {dismiss("Leave it")}
          </div>
        </>
      );
    case "used":
      return (
        <>
          <p role="status">
            {`You see the notebook from ${from}. Your own work is put aside, untouched.`}
            {state.held && " Nothing of it has run."}
          </p>
          <div className={styles.actions}>
            {state.held && (
              <Button variant="primary" onClick={visit.allow}>
                Let code from {from} run
              </Button>
            )}
            <Button
              onClick={() => {
                forgetLink();
                void visit.keep();
              }}
            >
              Keep it as mine
            </Button>
            {dismiss("Back to my own")}
          </div>
        </>
      );
  }
}

interface ContentsProps {
  cells: readonly Offered[];
  inputs: readonly (readonly [string, InputValue])[];
}

function Contents({ cells, inputs }: ContentsProps) {
  return (
    <div className={styles.contents}>
      {cells.map(({ id, title, code, author }) => (
        <div key={id} className={styles.cell}>
          <p className={styles.title}>{title}</p>
          {author === undefined ? (
            <ScrollingCode label={`Code: ${title}`} code={code} />
          ) : (
            <Compare
              left={{ name: "The lesson’s", code: author }}
              right={{ name: "From the notebook", code }}
            />
          )}
        </div>
      ))}
      {inputs.length > 0 && (
        <ul className={styles.inputs}>
          {inputs.map(([name, value]) => (
            <li key={name}>
              <code>
                {name} = {JSON.stringify(value)}
              </code>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function count(cells: readonly unknown[], inputs: readonly unknown[]): string {
  const parts = [
    cells.length > 0 ? `${cells.length} changed ${cells.length === 1 ? "cell" : "cells"}` : "",
    inputs.length > 0 ? `${inputs.length} ${inputs.length === 1 ? "setting" : "settings"}` : "",
  ].filter(Boolean);
  return parts.join(" and ") || "nothing that this page can show";
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}

/** A reload shall not offer it again. */
function forgetLink(): void {
  const { pathname, search, hash } = window.location;
  if (hash.startsWith("#nb=")) window.history.replaceState(window.history.state, "", pathname + search);
}
