"use client";

import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import type { QuestionTask } from "@/lib/assignment/assignment";
import { type Entry, judge } from "@/lib/assignment/work";
import styles from "./QuestionField.module.css";
import type { AssignmentStrings } from "./strings";

/** A text is kept while it is typed, but not at every key. */
const keepAfter = 400;

interface QuestionFieldProps {
  task: QuestionTask;
  entry?: Entry;
  words: AssignmentStrings;
  onAnswer(text: string): void;
}

/** A question of the instructor's, with what the student says to it. */
export function QuestionField({ task, entry, words, onAnswer }: QuestionFieldProps) {
  const { question } = task;
  const name = useId();
  const kept = entry?.text ?? "";
  const judged = judge(question, kept);
  return (
    <fieldset className={styles.question} data-question={task.id}>
      <legend className={styles.ask}>{question.ask}</legend>
      {question.kind === "choice" ? (
        question.choices.map((choice, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a choice is its place in the list.
          <label key={i} className={styles.choice}>
            <input
              type="radio"
              name={name}
              checked={kept === String(i)}
              onChange={() => onAnswer(String(i))}
            />{" "}
            {choice}
          </label>
        ))
      ) : (
        <TypedAnswer
          kept={kept}
          unit={question.kind === "number" ? question.unit : undefined}
          numeric={question.kind === "number"}
          words={words}
          onAnswer={onAnswer}
        />
      )}
      <p className={styles.note} aria-live="polite" data-right={judged}>
        {judged !== undefined && (judged ? words.answer.right : words.answer.wrong)}
        {judged === undefined && kept !== "" && words.answer.saved}
      </p>
    </fieldset>
  );
}

interface TypedAnswerProps {
  kept: string;
  unit?: string;
  numeric: boolean;
  words: AssignmentStrings;
  onAnswer(text: string): void;
}

function TypedAnswer({ kept, unit, numeric, words, onAnswer }: TypedAnswerProps) {
  const [typed, setTyped] = useState<string>();
  const pending = useRef<string>(undefined);
  const flush = () => {
    if (pending.current === undefined) return;
    const text = pending.current;
    pending.current = undefined;
    onAnswer(text);
  };
  const rest = useEffectEvent(flush);
  useEffect(() => {
    const timer = setTimeout(() => rest(), keepAfter);
    return () => clearTimeout(timer);
  });
  useEffect(() => {
    const onLeave = () => rest();
    window.addEventListener("pagehide", onLeave);
    return () => {
      window.removeEventListener("pagehide", onLeave);
      onLeave();
    };
  }, []);
  const write = (text: string) => {
    setTyped(text);
    pending.current = text;
  };
  const shared = {
    "aria-label": words.answer.label,
    value: typed ?? kept,
    onBlur: flush,
  };
  return numeric ? (
    <span className={styles.number}>
      <input
        {...shared}
        inputMode="decimal"
        autoComplete="off"
        maxLength={40}
        onChange={(event) => write(event.target.value)}
      />
      {unit}
    </span>
  ) : (
    <textarea {...shared} rows={3} maxLength={8_000} onChange={(event) => write(event.target.value)} />
  );
}
