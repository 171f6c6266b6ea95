"use client";

import { useState } from "react";
import type { Question, QuestionTask } from "@/lib/assignment/assignment";
import { toNumber } from "@/lib/assignment/work";
import type { AssignmentStrings } from "../strings";
import form from "./Composer.module.css";
import styles from "./QuestionEditor.module.css";

interface QuestionEditorProps {
  task: QuestionTask;
  words: AssignmentStrings;
  onTask(task: QuestionTask): void;
}

/** A question of the instructor's own, and what counts as right. */
export function QuestionEditor({ task, words, onTask }: QuestionEditorProps) {
  const { compose } = words;
  const { question } = task;
  const put = (next: Question) => onTask({ ...task, question: next });
  return (
    <div className={styles.question}>
      <label className={form.field}>
        {compose.ask} ({compose.questionKinds[question.kind]})
        <textarea
          rows={2}
          maxLength={2_000}
          value={question.ask}
          onChange={(event) => put({ ...question, ask: event.target.value })}
        />
      </label>
      {question.kind === "number" && (
        <div className={styles.row}>
          <NumberField
            label={compose.answer}
            value={question.answer}
            onValue={(answer) => put({ ...question, answer })}
          />
          <NumberField
            label={compose.tolerance}
            value={question.tolerance}
            onValue={(tolerance) => put({ ...question, tolerance: tolerance ?? 0 })}
          />
          <label className={form.field}>
            {compose.unit}
            <input
              maxLength={40}
              value={question.unit ?? ""}
              onChange={(event) => put({ ...question, unit: event.target.value || undefined })}
            />
          </label>
        </div>
      )}
      {question.kind === "choice" && (
        <>
          <label className={form.field}>
            {compose.choices}
            <textarea
              rows={Math.min(12, Math.max(3, question.choices.length + 1))}
              value={question.choices.join("\n")}
              onChange={(event) => put({ ...question, choices: event.target.value.split("\n").slice(0, 12) })}
            />
          </label>
          <label className={form.field}>
            {compose.rightChoice}
            <select
              value={question.answer ?? ""}
              onChange={({ target }) =>
                put({ ...question, answer: target.value === "" ? undefined : Number(target.value) })
              }
            >
              <option value="">{compose.noRightChoice}</option>
              {question.choices.map((choice, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a choice is its place in the list.
                <option key={i} value={i}>
                  {choice}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
    </div>
  );
}

interface NumberFieldProps {
  label: string;
  value: number | undefined;
  onValue(value: number | undefined): void;
}

/** A number as it is typed: "0." and "1e" are on their way to being one. */
function NumberField({ label, value, onValue }: NumberFieldProps) {
  const [typed, setTyped] = useState<string>();
  const shown = value === undefined || Number.isNaN(value) || value === null ? "" : String(value);
  return (
    <label className={form.field}>
      {label}
      <input
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? shown}
        onChange={({ target }) => {
          setTyped(target.value);
          onValue(target.value.trim() === "" ? undefined : (toNumber(target.value) ?? Number.NaN));
        }}
      />
    </label>
  );
}
