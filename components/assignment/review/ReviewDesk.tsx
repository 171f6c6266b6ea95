"use client";

import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { Button } from "@/components/ui/Button";
import type { Assignment } from "@/lib/assignment/assignment";
import type { Catalog } from "@/lib/assignment/catalog";
import { download } from "@/lib/assignment/download";
import { loadCatalog } from "@/lib/assignment/load";
import { digestOf } from "@/lib/assignment/receipt";
import { type Rechecks, toCsv, toJson } from "@/lib/assignment/review/export";
import type { Pile } from "@/lib/assignment/review/read";
import { type Table, toTable } from "@/lib/assignment/review/table";
import { PasteLink } from "../PasteLink";
import { type AssignmentStrings, stringsFor } from "../strings";
import { nowInSeconds } from "../useWork";
import { CodeReview } from "./CodeReview";
import { FileDrop } from "./FileDrop";
import styles from "./ReviewDesk.module.css";
import { ReviewTable } from "./ReviewTable";
import { useReview } from "./useReview";

/** Receipts in, a table of students and tasks out. */
export function ReviewDesk({ locale }: { locale: string }) {
  const words = stringsFor(locale);
  const { review } = words;
  const { pile, assignments, progress, addText, addFiles, clear } = useReview();
  const fromAddress = useEffectEvent(() => {
    const code = window.location.hash.slice(1);
    if (/^v\d/.test(code)) void addText(review.address, `#${code}`);
  });
  useEffect(() => {
    const look = () => fromAddress();
    look();
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, []);
  const ids = idsIn(pile);
  const [chosen, setChosen] = useState<string>();
  const id = chosen !== undefined && ids.includes(chosen) ? chosen : ids[0];
  return (
    <div className={styles.desk} data-review="">
      <div className={styles.input}>
        <PasteLink
          words={{ ...words, read: review.read }}
          label={review.paste}
          onPaste={(text) => addText(review.pasted, text)}
        />
        <FileDrop words={words} onFiles={addFiles} />
      </div>
      <p role="status" className={styles.status}>
        {progress
          ? review.progress(progress.read, progress.all)
          : review.count(pile.receipts.length, pile.shorts.length)}
      </p>
      <RefusedList pile={pile} words={words} />
      {ids.length > 1 && (
        <label className={styles.choose}>
          {review.choose}
          <select value={id} onChange={(event) => setChosen(event.target.value)}>
            {ids.map((one) => (
              <option key={one} value={one}>
                {titleOf(one, pile, assignments)}
              </option>
            ))}
          </select>
        </label>
      )}
      {id !== undefined && (
        <Results key={id} id={id} pile={pile} assignment={fittingOf(id, pile, assignments)} words={words} />
      )}
      {(ids.length > 0 || pile.refused.length > 0) && (
        <p>
          <Button onClick={clear}>{review.clear}</Button>
        </p>
      )}
    </div>
  );
}

function idsIn({ receipts, shorts }: Pile): string[] {
  return [
    ...new Set([
      ...receipts.map(({ receipt }) => receipt.assignment),
      ...shorts.map((one) => one.assignment),
    ]),
  ];
}

/** Of the versions of an assignment, the one that most receipts were made for. */
function fittingOf(
  id: string,
  { receipts }: Pile,
  assignments: readonly Assignment[],
): Assignment | undefined {
  const versions = assignments.filter((one) => one.id === id);
  const uses = (one: Assignment) => {
    const digest = digestOf(one);
    return receipts.filter(({ receipt }) => receipt.digest === digest).length;
  };
  return versions.sort((a, b) => uses(b) - uses(a))[0];
}

function titleOf(id: string, { receipts }: Pile, assignments: readonly Assignment[]): string {
  const known = assignments.find((one) => one.id === id)?.title;
  return known ?? receipts.find(({ receipt }) => receipt.assignment === id)?.receipt.title ?? id;
}

interface ResultsProps {
  id: string;
  pile: Pile;
  assignment?: Assignment;
  words: AssignmentStrings;
}

function Results({ id, pile, assignment, words }: ResultsProps) {
  const { review } = words;
  const table = useMemo(() => toTable(pile, id, assignment, nowInSeconds()), [pile, id, assignment]);
  const catalog = useCatalog(assignment?.locale);
  const [rechecks, setRechecks] = useState<Rechecks>({});
  const noteRecheck = (row: string, key: string, passed: boolean) =>
    setRechecks((old) => ({ ...old, [row]: { ...old[row], [key]: passed } }));
  return (
    <>
      {!assignment && <p className={styles.warning}>{review.unknown}</p>}
      <ReviewTable
        table={table}
        title={titleOf(id, pile, assignment ? [assignment] : [])}
        catalog={catalog}
        rechecks={rechecks}
        words={words}
      />
      <Downloads table={table} assignment={assignment} rechecks={rechecks} words={words} />
      {assignment && (
        <CodeReview
          table={table}
          assignment={assignment}
          catalog={catalog}
          rechecks={rechecks}
          words={words}
          onRecheck={noteRecheck}
        />
      )}
    </>
  );
}

function useCatalog(locale: string | undefined): Catalog | undefined {
  const [catalog, setCatalog] = useState<Catalog>();
  useEffect(() => {
    let here = true;
    // Without it, tasks are called by their ids.
    if (locale)
      loadCatalog(locale).then(
        (found) => here && setCatalog(found),
        () => {},
      );
    return () => {
      here = false;
    };
  }, [locale]);
  return catalog;
}

interface DownloadsProps {
  table: Table;
  assignment?: Assignment;
  rechecks: Rechecks;
  words: AssignmentStrings;
}

function Downloads({ table, assignment, rechecks, words: { review } }: DownloadsProps) {
  const name = `glassbox-${assignment?.id ?? "receipts"}`;
  return (
    <p className={styles.buttons}>
      {/* The mark tells spreadsheets that the text is UTF-8. */}
      <Button onClick={() => download(`${name}.csv`, `\uFEFF${toCsv(table, rechecks)}`, "text/csv")}>
        {review.csv}
      </Button>
      <Button
        onClick={() => download(`${name}.json`, toJson(table, assignment, rechecks), "application/json")}
      >
        {review.json}
      </Button>
      <span className={styles.hint}>{review.kept}</span>
    </p>
  );
}

function RefusedList({ pile: { refused }, words }: { pile: Pile; words: AssignmentStrings }) {
  if (refused.length === 0) return null;
  return (
    <details className={styles.warning} open={refused.length < 6} data-refused={refused.length}>
      <summary>{words.review.refused(refused.length)}</summary>
      <ul>
        {refused.slice(0, 200).map(({ from, problem, message }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows.
          <li key={i} data-problem={problem}>
            <strong>{from}</strong>:{" "}
            {problem === "nothing" || problem === "short"
              ? words.review.problems[problem]
              : words.problems[problem].title}
            {message && <span className={styles.hint}> ({message.slice(0, 160)})</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
