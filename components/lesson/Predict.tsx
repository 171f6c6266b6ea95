"use client";

import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { type Asked, answerOf, judge } from "./judge";
import styles from "./Predict.module.css";
import { RankingField } from "./RankingField";
import { useGuess } from "./useGuess";

export interface PredictProps {
  /** Unique in the course; begins with the lesson's number: "07-ratio". */
  id: string;
  question: string;
  /** Index of the right choice; with `items` their indices in the right order; else the right number. */
  answer: number | number[];
  choices?: string[];
  /** To be brought into an order; they are shown in the order given here. */
  items?: string[];
  unit?: string;
  /** Largest distance from the right number that still counts. Default 0. */
  tolerance?: number;
  /** The explanation, hidden until the reader has guessed or asks for it. */
  children: ReactNode;
}

/**
 * Guess first, then see. The answer lies in a `<details>`: opening it skips the guess, and it opens without
 * JavaScript too. A guess is remembered in this browser; days later the question is open again, and what was
 * said before comes to light after the new guess.
 */
export function Predict({ children, ...props }: PredictProps) {
  const { id, question } = props;
  const asked = toAsked(props);
  const { live, made, before, due, take, again } = useGuess(id);
  const [seen, setSeen] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  const label = useId();

  const open = (wanted: boolean) => {
    if (details.current) details.current.open = wanted;
  };
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const judged = judge(asked, String(new FormData(event.currentTarget).get("said") ?? ""));
    if (!judged) return;
    void take({ ...judged, at: Date.now() });
    open(true);
  }
  function guessAgain() {
    again();
    setSeen(false);
    open(false);
  }

  const done = made !== undefined || seen;
  return (
    <section
      id={id}
      className={styles.predict}
      aria-labelledby={label}
      data-predict={id}
      data-live={live || undefined}
      data-due={due || undefined}
      data-state={made ? (made.right ? "right" : "missed") : seen ? "skipped" : "open"}
    >
      <p id={label} className={styles.question}>
        <a className={`address ${styles.kicker}`} href={`#${id}`}>
          Predict
        </a>{" "}
        {question}
      </p>
      {due && !done && (
        <p className={styles.due}>
          You guessed this on {toDay(before?.at)}. What do you say today, without looking?
        </p>
      )}
      <form className={styles.form} onSubmit={submit}>
        <fieldset className={styles.fields} disabled={!live || done} aria-labelledby={label}>
          <Field key={`${made?.at}${done}`} asked={asked} done={done} said={made?.said} />
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
            You said <strong>{made.said}</strong>; the answer is <strong>{answerOf(asked)}</strong>.
            {before && before.said !== made.said && <> Last time you said {before.said}.</>}{" "}
            <Button onClick={guessAgain}>Guess again</Button>
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

function toAsked({ id, answer, choices, items, unit, tolerance }: Omit<PredictProps, "children">): Asked {
  if (items && Array.isArray(answer)) return { items, answer };
  if (items || Array.isArray(answer))
    throw new Error(`<Predict id="${id}">: a ranking has both items and an answer that lists them in order.`);
  return choices ? { choices, answer } : { answer, unit, tolerance };
}

function Field({ asked, done, said }: { asked: Asked; done: boolean; said?: string }) {
  if ("choices" in asked)
    return <Choices choices={asked.choices} answer={done ? asked.answer : undefined} said={said} />;
  if ("items" in asked)
    return <RankingField name="said" items={asked.items} answer={done ? asked.answer : undefined} />;
  return done ? null : <NumberField unit={asked.unit} />;
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

/** In the reader's own time zone; only ever rendered after the page has come alive. */
function toDay(at = 0): string {
  return new Date(at).toLocaleDateString("en-US", { day: "numeric", month: "long" });
}
