"use client";

import { keyOf, type Task, type TaskKind } from "@/lib/assignment/assignment";
import type { Catalog, LessonEntry } from "@/lib/assignment/catalog";
import { hasTask, toggleTask } from "@/lib/assignment/draft";
import type { AssignmentStrings } from "../strings";
import styles from "./PartPicker.module.css";

interface PartPickerProps {
  catalog: Catalog;
  tasks: readonly Task[];
  words: AssignmentStrings;
  onTasks(tasks: Task[]): void;
}

/** All lessons, folded; in each, everything that can be assigned. */
export function PartPicker({ catalog, tasks, words, onTasks }: PartPickerProps) {
  return (
    <div className={styles.lessons}>
      {catalog.lessons.map((lesson) => {
        const picked = tasks.filter((task) => task.kind !== "question" && task.lesson === lesson.slug).length;
        return (
          <details key={lesson.slug} className={styles.lesson} data-lesson={lesson.slug}>
            <summary>
              <span className={styles.number}>{String(lesson.number).padStart(2, "0")}</span> {lesson.title}{" "}
              <span className={styles.picked}>{words.compose.picked(picked)}</span>
            </summary>
            {toGroups(lesson, words).map(({ kind, options }) => (
              <fieldset key={kind} className={styles.group}>
                <legend>{words.compose.groups[kind]}</legend>
                {options.map(({ task, title }) => (
                  <label key={keyOf(task)} className={styles.option}>
                    <input
                      type="checkbox"
                      name={keyOf(task)}
                      checked={hasTask(tasks, task)}
                      onChange={() => onTasks(toggleTask(tasks, task))}
                    />{" "}
                    {title}
                  </label>
                ))}
              </fieldset>
            ))}
          </details>
        );
      })}
    </div>
  );
}

interface Group {
  kind: Exclude<TaskKind, "question">;
  options: { task: Task; title: string }[];
}

function toGroups({ slug: lesson, sections, parts }: LessonEntry, words: AssignmentStrings): Group[] {
  const read = [
    { task: { kind: "read" as const, lesson }, title: words.compose.whole },
    ...sections.map(({ id, title }) => ({ task: { kind: "read" as const, lesson, section: id }, title })),
  ];
  const others = (["demo", "cell", "exercise", "prediction"] as const).map((kind) => ({
    kind,
    options: parts
      .filter((part) => part.kind === kind)
      .map(({ id, title }) => ({ task: { kind, lesson, id }, title })),
  }));
  return [{ kind: "read" as const, options: read }, ...others].filter(({ options }) => options.length > 0);
}
