"use client";

import { toActiveFragment } from "@/lib/assignment/active";
import { type Assignment, keyOf, type Task } from "@/lib/assignment/assignment";
import type { Catalog } from "@/lib/assignment/catalog";
import { anchorOf, findMissing } from "@/lib/assignment/check";
import { type Entries, type Entry, isDone } from "@/lib/assignment/work";
import { withBase } from "@/lib/base";
import { goTo } from "./go-to";
import { QuestionField } from "./QuestionField";
import type { AssignmentStrings } from "./strings";
import styles from "./TaskList.module.css";

export interface TaskListProps {
  assignment: Assignment;
  /** The assignment as it stands in a link: leads from page to page with the student. */
  code: string;
  /** Without it nothing has a title yet, and nothing is called missing. */
  catalog?: Catalog;
  results: Entries;
  words: AssignmentStrings;
  /** Slug of the lesson that this list stands on. */
  here?: string;
  onTick(task: Task, done: boolean): void;
  onAnswer(task: Task, text: string): void;
}

/** What there is to do, in order, with what is done. */
export function TaskList(props: TaskListProps) {
  return (
    <ol className={styles.tasks}>
      {props.assignment.tasks.map((task) => (
        <TaskItem key={keyOf(task)} task={task} {...props} />
      ))}
    </ol>
  );
}

function TaskItem({
  task,
  catalog,
  results,
  words,
  onTick,
  onAnswer,
  ...place
}: TaskListProps & { task: Task }) {
  const entry = results[keyOf(task)];
  const done = isDone(task, entry);
  const missing = catalog && findMissing(task, catalog);
  const title = words.title(task, catalog);
  return (
    <li className={styles.task} data-task={keyOf(task)} data-done={done || undefined}>
      <span className={styles.mark} aria-hidden="true">
        {done ? "✓" : ""}
      </span>
      <div>
        <p className={styles.head}>
          <span className={styles.kind}>{words.kinds[task.kind]}</span>
          <span className="visually-hidden">, {done ? words.isDone : words.notYet}: </span>
          {task.kind !== "question" && <TaskLink task={task} title={title} known={!missing} {...place} />}
        </p>
        {missing && (
          <p className={styles.missing}>
            {"lesson" in missing ? words.unknownLesson(missing.lesson) : words.unknownPart(missing.part)}
          </p>
        )}
        {task.kind === "question" && (
          <QuestionField task={task} entry={entry} words={words} onAnswer={(text) => onAnswer(task, text)} />
        )}
        {task.kind === "read" && !missing && (
          <label className={styles.tick}>
            <input type="checkbox" checked={done} onChange={(event) => onTick(task, event.target.checked)} />{" "}
            <span className="visually-hidden">{words.markDone(title)}</span>
            <span aria-hidden="true">{words.how.read}</span>
          </label>
        )}
        {!done && !missing && task.kind !== "question" && task.kind !== "read" && (
          <p className={styles.how}>
            {words.how[task.kind]} {triesOf(entry, words)}
          </p>
        )}
      </div>
    </li>
  );
}

function triesOf(entry: Entry | undefined, words: AssignmentStrings): string {
  return entry?.tries ? `${words.tries(entry.tries)}.` : "";
}

interface TaskLinkProps {
  task: Exclude<Task, { kind: "question" }>;
  title: string;
  known: boolean;
  assignment: Assignment;
  code: string;
  here?: string;
}

function TaskLink({ task, title, known, assignment, code, here }: TaskLinkProps) {
  if (!known) return <span>{title}</span>;
  const anchor = anchorOf(task);
  if (here === task.lesson) {
    return (
      <a href={`#${anchor ?? "main"}`} onClick={(event) => goTo(anchor ?? "main") && event.preventDefault()}>
        {title}
      </a>
    );
  }
  const page = withBase(`/${assignment.locale}/learn/${task.lesson}/`);
  return <a href={page + toActiveFragment(code, anchor)}>{title}</a>;
}
