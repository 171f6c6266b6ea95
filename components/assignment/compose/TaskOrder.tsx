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
import { type Catalog, findLesson, findPart, type Part } from "@/lib/assignment/catalog";
import { moveTask } from "@/lib/assignment/draft";
import { toIframe } from "@/lib/assignment/embed";
import { withBase } from "@/lib/base";
import { toFragment } from "@/lib/controls/address";
import { initialValues, toValues } from "@/lib/controls/controls";
import { CopyField } from "../CopyField";
import type { AssignmentStrings } from "../strings";
import { PresetEditor } from "./PresetEditor";
import { QuestionEditor } from "./QuestionEditor";
import styles from "./TaskOrder.module.css";

interface TaskOrderProps {
  locale: string;
  catalog?: Catalog;
  tasks: readonly Task[];
  words: AssignmentStrings;
  onTasks(tasks: Task[]): void;
}

/** The picked tasks: their order, the settings of demos, the instructor's own questions. */
export function TaskOrder({ locale, catalog, tasks, words, onTasks }: TaskOrderProps) {
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
                <DemoSettings
                  locale={locale}
                  task={task}
                  catalog={catalog}
                  words={words}
                  onTask={(next) => put(at, next)}
                />
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

/** The demo alone, for a page of the instructor's, as it is set here. */
function toSnippet({ lesson, id, preset }: DemoTask, { title, controls = {} }: Part, locale: string): string {
  const initial = initialValues(controls);
  const values = Object.assign(initialValues(controls), toValues(controls, preset?.values ?? {}));
  const fragment = toFragment(id, values, initial);
  const url = `${window.location.origin}${withBase(`/${locale}/embed/${lesson}/${id}/`)}#${fragment}`;
  return toIframe(url, title, 640);
}

interface DemoSettingsProps {
  locale: string;
  task: DemoTask;
  catalog?: Catalog;
  words: AssignmentStrings;
  onTask(task: DemoTask): void;
}

function DemoSettings({ locale, task, catalog, words, onTask }: DemoSettingsProps) {
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
      <CopyField label={words.compose.embedDemo} text={toSnippet(task, part, locale)} words={words} />
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
