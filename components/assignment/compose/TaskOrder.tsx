"use client";

import { Button } from "@/components/ui/Button";
import {
  type DemoTask,
  keyOf,
  newId,
  type Question,
  type QuestionTask,
  type Task,
} from "@/lib/assignment/assignment";
import { type Catalog, findLesson, findPart } from "@/lib/assignment/catalog";
import { moveTask } from "@/lib/assignment/draft";
import type { AssignmentStrings } from "../strings";
import { PresetEditor } from "./PresetEditor";
import { QuestionEditor } from "./QuestionEditor";
import styles from "./TaskOrder.module.css";

interface TaskOrderProps {
  catalog?: Catalog;
  tasks: readonly Task[];
  words: AssignmentStrings;
  onTasks(tasks: Task[]): void;
}

/** The picked tasks: their order, the settings of demos, the instructor's own questions. */
export function TaskOrder({ catalog, tasks, words, onTasks }: TaskOrderProps) {
  const put = (at: number, task: Task) => onTasks(tasks.with(at, task));
  return (
    <>
      {tasks.length === 0 && <p className={styles.empty}>{words.compose.orderEmpty}</p>}
      <ol className={styles.tasks}>
        {tasks.map((task, at) => {
          const title = words.title(task, catalog) || words.compose.ask;
          return (
            <li key={keyOf(task)} className={styles.task} data-draft-task={keyOf(task)}>
              <div className={styles.head}>
                <span>
                  <span className={styles.kind}>{words.kinds[task.kind]}</span>{" "}
                  {task.kind !== "question" && title}
                </span>
                <span className={styles.buttons}>
                  <Button
                    aria-label={words.compose.up(title)}
                    disabled={at === 0}
                    onClick={() => onTasks(moveTask(tasks, at, -1))}
                  >
                    ↑
                  </Button>
                  <Button
                    aria-label={words.compose.down(title)}
                    disabled={at === tasks.length - 1}
                    onClick={() => onTasks(moveTask(tasks, at, 1))}
                  >
                    ↓
                  </Button>
                  <Button
                    aria-label={words.compose.remove(title)}
                    onClick={() => onTasks(tasks.toSpliced(at, 1))}
                  >
                    ×
                  </Button>
                </span>
              </div>
              {task.kind === "question" && (
                <QuestionEditor task={task} words={words} onTask={(next) => put(at, next)} />
              )}
              {task.kind === "demo" && (
                <DemoSettings task={task} catalog={catalog} words={words} onTask={(next) => put(at, next)} />
              )}
            </li>
          );
        })}
      </ol>
      <fieldset className={styles.add}>
        <legend>{words.compose.addQuestion}</legend>
        {(["text", "number", "choice"] as const).map((kind) => (
          <Button key={kind} data-add={kind} onClick={() => onTasks([...tasks, newQuestion(kind)])}>
            + {words.compose.questionKinds[kind]}
          </Button>
        ))}
      </fieldset>
      <p className={styles.empty}>{words.compose.answersTravel}</p>
    </>
  );
}

interface DemoSettingsProps {
  task: DemoTask;
  catalog?: Catalog;
  words: AssignmentStrings;
  onTask(task: DemoTask): void;
}

function DemoSettings({ task, catalog, words, onTask }: DemoSettingsProps) {
  const part = catalog && findPart(findLesson(catalog, task.lesson), "demo", task.id);
  if (!part?.controls || Object.keys(part.controls).length === 0) return null;
  return (
    <details className={styles.settings}>
      <summary>{words.compose.settings}</summary>
      <PresetEditor
        controls={part.controls}
        preset={task.preset}
        words={words}
        onPreset={(preset) => onTask({ ...task, preset })}
      />
    </details>
  );
}

function newQuestion(kind: Question["kind"]): QuestionTask {
  const question: Question =
    kind === "text"
      ? { kind, ask: "" }
      : kind === "number"
        ? { kind, ask: "", tolerance: 0 }
        : { kind, ask: "", choices: ["", ""] };
  return { kind: "question", id: newId().slice(0, 6), question };
}
