"use client";

import { useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import type { Assignment } from "@/lib/assignment/assignment";
import type { Catalog } from "@/lib/assignment/catalog";
import type { Rechecks } from "@/lib/assignment/review/export";
import { plainCode, type Row, type Table } from "@/lib/assignment/review/table";
import { groupBy } from "@/lib/group-by";
import type { AssignmentStrings } from "../strings";
import styles from "./CodeReview.module.css";
import { recheck } from "./recheck";

interface CodeReviewProps {
  table: Table;
  assignment: Assignment;
  catalog?: Catalog;
  rechecks: Rechecks;
  words: AssignmentStrings;
  onRecheck(row: string, key: string, passed: boolean): void;
}

const SHOWN = 12;

/** The code of one exercise from everybody, equal ones together, side by side; checked again here on request. */
export function CodeReview({ table, assignment, catalog, rechecks, words, onRecheck }: CodeReviewProps) {
  const { review } = words;
  const exercises = table.columns.flatMap(({ key, task }, i) =>
    task?.kind === "exercise" ? [{ key, task, i }] : [],
  );
  const [chosen, setChosen] = useState(0);
  const [shown, setShown] = useState(SHOWN);
  const [state, setState] = useState<{ done: number; all: number } | "failed">();
  const stop = useRef<AbortController>(undefined);
  const one = exercises[Math.min(chosen, exercises.length - 1)];
  const groups = useMemo(() => (one ? groupCodes(table.rows, one.i) : []), [table, one]);
  if (!one) return null;

  const checkAll = async () => {
    const controller = new AbortController();
    stop.current = controller;
    setState({ done: 0, all: groups.length });
    try {
      for (const [i, { code, rows }] of groups.entries()) {
        const passed = await recheck(controller.signal, assignment.locale, one.task, code);
        if (controller.signal.aborted) break;
        for (const { key } of rows) onRecheck(key, one.key, passed);
        setState({ done: i + 1, all: groups.length });
      }
    } catch (error) {
      if (!controller.signal.aborted) {
        console.error("The check could not be run.", error);
        setState("failed");
        return;
      }
    }
    setState(undefined);
  };
  return (
    <section className={styles.review} aria-labelledby="code-review" data-code-review="">
      <h2 id="code-review">{review.code}</h2>
      <p className={styles.hint}>{review.codeHint}</p>
      <div className={styles.bar}>
        {exercises.length > 1 && (
          <label>
            {review.exercise}{" "}
            <select value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
              {exercises.map(({ key, task }, i) => (
                <option key={key} value={i}>
                  {words.title(task, catalog)}
                </option>
              ))}
            </select>
          </label>
        )}
        {typeof state === "object" ? (
          <Button onClick={() => stop.current?.abort()}>{review.stop}</Button>
        ) : (
          groups.length > 0 && (
            <Button variant="primary" onClick={checkAll}>
              {review.checkAll(groups.length)}
            </Button>
          )
        )}
        <span role="status">
          {typeof state === "object" && review.checking(state.done, state.all)}
          {state === "failed" && review.checkFailed}
        </span>
      </div>
      {groups.length === 0 && <p>{review.noCode}</p>}
      <ul className={styles.codes}>
        {groups.slice(0, shown).map(({ code, rows }) => (
          <li key={rows[0].key} className={styles.code}>
            <p className={styles.names}>
              {rows
                .slice(0, 8)
                .map(({ name, from }) => name || from)
                .join(", ")}
              {rows.length > 8 && ` ${review.more(rows.length - 8)}`}
              <Verdict row={rows[0]} at={one.i} again={rechecks[rows[0].key]?.[one.key]} words={words} />
            </p>
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls. */}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable. */}
            <div role="group" tabIndex={0} aria-label={review.codeOf(rows[0].name || rows[0].from)}>
              <pre>{code}</pre>
            </div>
          </li>
        ))}
      </ul>
      {groups.length > shown && (
        <Button onClick={() => setShown(shown + 5 * SHOWN)}>{review.showMore(groups.length - shown)}</Button>
      )}
    </section>
  );
}

interface VerdictProps {
  row: Row;
  at: number;
  again?: boolean;
  words: AssignmentStrings;
}

/** What the receipt claims, and what came out here. */
function Verdict({ row, at, again, words: { review } }: VerdictProps) {
  const claims = row.cells[at].entry?.right === true;
  const text =
    again === undefined
      ? claims
        ? review.claims
        : review.claimsNot
      : again === claims
        ? review.confirmed
        : again
          ? review.better
          : review.contradicted;
  return (
    <span
      className={styles.verdict}
      data-verdict={again === undefined ? "claimed" : again ? "passed" : "failed"}
    >
      {text}
    </span>
  );
}

interface Group {
  code: string;
  rows: Row[];
}

/** Most common first; codes that differ only in white space and comments are one. */
function groupCodes(rows: readonly Row[], at: number): Group[] {
  const withCode = rows.filter(({ cells }) => cells[at].entry?.code);
  return [...groupBy(withCode, ({ cells }) => plainCode(cells[at].entry?.code)).values()]
    .map((group) => ({ code: group[0].cells[at].entry?.code ?? "", rows: group }))
    .sort((a, b) => b.rows.length - a.rows.length);
}
