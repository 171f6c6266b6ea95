"use client";

import type { Catalog } from "@/lib/assignment/catalog";
import type { Rechecks } from "@/lib/assignment/review/export";
import { type Cell, type Column, type Row, type Table, toAnswer } from "@/lib/assignment/review/table";
import type { AssignmentStrings } from "../strings";
import styles from "./ReviewTable.module.css";

interface ReviewTableProps {
  table: Table;
  title: string;
  catalog?: Catalog;
  rechecks: Rechecks;
  words: AssignmentStrings;
}

/** Students down, tasks across; under each task what went wrong most. */
export function ReviewTable({ table: { columns, rows }, title, catalog, rechecks, words }: ReviewTableProps) {
  const { review } = words;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable.
    <div role="group" aria-label={title} tabIndex={0} className={styles.scroll}>
      <table className={styles.table} data-review-table="">
        <caption>
          {title} · {review.students(rows.length)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{review.student}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" title={column.key}>
                <ColumnHead column={column} catalog={catalog} words={words} />
              </th>
            ))}
            <th scope="col">{review.points}</th>
            <th scope="col">{review.flags}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-student={row.name || row.from}>
              <th scope="row">
                {row.name || review.noName(row.from)}
                {row.older > 0 && <small> {review.older(row.older)}</small>}
              </th>
              {columns.map((column, i) => (
                <TaskCell
                  key={column.key}
                  cell={row.cells[i]}
                  column={column}
                  again={rechecks[row.key]?.[column.key]}
                  words={words}
                />
              ))}
              <td className={styles.number}>{row.points}</td>
              <Flags row={row} words={words} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{review.all}</th>
            {columns.map((column) => (
              <td key={column.key}>
                <Summary column={column} students={rows.length} words={words} />
              </td>
            ))}
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function ColumnHead({
  column: { key, task },
  catalog,
  words,
}: {
  column: Column;
  catalog?: Catalog;
  words: AssignmentStrings;
}) {
  if (!task) return key;
  return (
    <>
      <small>{words.kinds[task.kind]}</small> {words.title(task, catalog)}
    </>
  );
}

interface TaskCellProps {
  cell: Cell;
  column: Column;
  again?: boolean;
  words: AssignmentStrings;
}

function TaskCell({ cell: { state, entry }, column, again, words: { review } }: TaskCellProps) {
  const marks = { done: "✓", wrong: "✗", tried: "◔", open: "" };
  const claimed = entry?.right === true && again === false;
  return (
    <td data-state={claimed ? "contradicted" : state} className={styles.cell}>
      <span aria-hidden="true">{marks[state]}</span>
      <span className="visually-hidden">{review.states[state]}</span>
      {entry?.text !== undefined && (
        <span className={styles.answer}>{toAnswer(column.task, entry.text)}</span>
      )}
      {entry?.tries !== undefined && <small> {review.tries(entry.tries)}</small>}
      {entry?.mistake && entry.right !== true && <small> {entry.mistake}</small>}
      {again !== undefined && <small> {again ? review.passedAgain : review.failedAgain}</small>}
    </td>
  );
}

function Flags({ row, words: { review } }: { row: Row; words: AssignmentStrings }) {
  return (
    <td className={styles.flags}>
      {row.flags.map((flag) => (
        <span key={flag} data-flag={flag}>
          {review.flag[flag]}
        </span>
      ))}
    </td>
  );
}

function Summary({
  column,
  students,
  words: { review },
}: {
  column: Column;
  students: number;
  words: AssignmentStrings;
}) {
  return (
    <>
      {review.doneBy(column.done, students)}
      {column.medianTries !== undefined && column.medianTries > 1 && (
        <small> {review.median(column.medianTries)}</small>
      )}
      {column.mistakes.length > 0 && (
        <ol className={styles.mistakes}>
          {column.mistakes.map(({ text, count }) => (
            <li key={text}>
              {text.slice(0, 80)} <small>×{count}</small>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
