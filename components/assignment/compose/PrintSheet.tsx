"use client";

import { createPortal } from "react-dom";
import { type Assignment, keyOf } from "@/lib/assignment/assignment";
import type { Catalog } from "@/lib/assignment/catalog";
import { formatTime } from "@/lib/assignment/time";
import { Instructions } from "../Instructions";
import type { AssignmentStrings } from "../strings";
import styles from "./PrintSheet.module.css";
import { QrCode } from "./QrCode";

interface PrintSheetProps {
  assignment: Assignment;
  catalog: Catalog;
  url: string;
  words: AssignmentStrings;
}

/** The assignment on paper: only there when the page is printed, and then alone. */
export function PrintSheet({ assignment, catalog, url, words }: PrintSheetProps) {
  const { title, due, tasks, instructions, locale } = assignment;
  return createPortal(
    <div className={styles.sheet} aria-hidden="true" data-print-sheet="">
      <header>
        <div>
          <p className={styles.kicker}>Glassbox · {words.kicker}</p>
          <p className={styles.title}>{title}</p>
          {due && <p>{words.due(formatTime(due.at, due.zone, locale))}</p>}
          <p className={styles.name}>{words.compose.sheet.name}: </p>
        </div>
        <div className={styles.code}>
          <QrCode url={url} title={title} words={words} bare />
        </div>
      </header>
      <Instructions source={instructions} />
      <ol>
        {tasks.map((task) => (
          <li key={keyOf(task)}>
            <strong>{words.kinds[task.kind]}</strong> {words.title(task, catalog)}
            {task.kind === "question" && task.question.kind === "choice" && (
              <ul className={styles.choices}>
                {task.question.choices.map((choice) => (
                  <li key={choice}>{choice}</li>
                ))}
              </ul>
            )}
            {task.kind === "question" && task.question.kind !== "choice" && <p className={styles.line} />}
          </li>
        ))}
      </ol>
    </div>,
    document.body,
  );
}
