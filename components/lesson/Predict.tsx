"use client";

import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import {
  forgetPrediction,
  type Prediction,
  readPrediction,
  savePrediction,
} from "@/lib/progress/predictions";
import { answerOf, judge } from "./judge";
import styles from "./Predict.module.css";

export interface PredictProps {
  /** Unique in the course; begins with the lesson's number: "07-ratio". */
  id: string;
  question: string;
  /** Index of the right choice, or the right number where there are no choices. */
  answer: number;
  choices?: string[];
  unit?: string;
  /** Largest distance from the right number that still counts. Default 0. */
  tolerance?: number;
  /** The explanation, hidden until the reader has guessed or asks for it. */
  children: ReactNode;
}

/**
 * Guess first, then see. The answer lies in a `<details>`: opening it skips the guess, and it opens without
 * JavaScript too. A guess is remembered in this browser, so that the misses can be visited again.
 */
export function Predict({ id, question, answer, choices, unit, tolerance, children }: PredictProps) {
  const asked = choices ? { choices, answer } : { answer, unit, tolerance };
  const [made, setMade] = useState<Prediction>();
  const [seen, setSeen] = useState(false);
  const [live, setLive] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  const label = useId();

  useEffect(() => {
    setLive(true);
    setMade(readPrediction(id));
  }, [id]);

  function take(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const verdict = judge(asked, String(new FormData(event.currentTarget).get("said") ?? ""));
    if (!verdict) return;
    const prediction = { ...verdict, at: Date.now() };
    setMade(prediction);
    savePrediction(id, prediction);
    if (details.current) details.current.open = true;
  }

  function forget() {
    forgetPrediction(id);
    setMade(undefined);
    setSeen(false);
    if (details.current) details.current.open = false;
  }

  const done = made !== undefined || seen;
  return (
    <section
      id={id}
      className={styles.predict}
      aria-labelledby={label}
      data-predict={id}
      data-live={live || undefined}
      data-state={made ? (made.right ? "right" : "missed") : seen ? "skipped" : "open"}
    >
      <p id={label} className={styles.question}>
        <a className={`address ${styles.kicker}`} href={`#${id}`}>
          Predict
        </a>{" "}
        {question}
      </p>
      <form className={styles.form} onSubmit={take}>
        <fieldset className={styles.fields} disabled={!live || done} aria-labelledby={label}>
          {choices && (
            <Choices key={made?.at} choices={choices} answer={done ? answer : undefined} said={made?.said} />
          )}
          {!choices && !done && <NumberField unit={unit} />}
          {!done && (
            <Button type="submit" variant="primary" className={styles.check}>
              Check my guess
            </Button>
          )}
        </fieldset>
      </form>
      <p className={styles.verdict} aria-live="polite">
        {made && (
          <>
            You said <strong>{made.said}</strong>; the answer is <strong>{answerOf(asked)}</strong>.{" "}
            <Button onClick={forget}>Guess again</Button>
          </>
        )}
      </p>
      <details
        ref={details}
        className={styles.answer}
        onToggle={(event) => event.currentTarget.open && setSeen(true)}
      >
        <summary>{made ? "Why" : "Show the answer"}</summary>
        <div className={styles.why}>
          {!made && (
            <p>
              The answer is <strong>{answerOf(asked)}</strong>.
            </p>
          )}
          {children}
        </div>
      </details>
    </section>
  );
}

interface ChoicesProps {
  choices: string[];
  /** Marked as right, once it may be known. */
  answer?: number;
  said?: string;
}

function Choices({ choices, answer, said }: ChoicesProps) {
  return choices.map((choice, i) => (
    <label key={choice} className={styles.choice} data-right={answer === i || undefined}>
      <input type="radio" name="said" value={i} required defaultChecked={choice === said} /> {choice}
      {answer === i && <span aria-hidden="true"> ✓</span>}
    </label>
  ));
}

function NumberField({ unit }: { unit?: string }) {
  return (
    <label className={styles.number}>
      <span className="visually-hidden">Your guess</span>
      <input name="said" type="number" step="any" inputMode="decimal" required placeholder="your guess" />
      {unit && <span> {unit}</span>}
    </label>
  );
}
