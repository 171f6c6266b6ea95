"use client";

import { diffLines } from "@/lib/notebook/diff-lines";
import styles from "./Exercise.module.css";
import { Highlighted } from "./Highlighted";

interface ExerciseHelpProps {
  /** From a nudge to nearly the answer. */
  hints: string[];
  /** Source of the solution, and the same as HTML. */
  solution: string;
  highlighted: string;
  /** The reader's code as it stands. */
  mine: string;
}

/**
 * Help in steps: each hint holds the next one, and the last one the solution, so that nobody sees more than they
 * asked for, with or without scripts.
 */
export function ExerciseHelp({ hints, ...solution }: ExerciseHelpProps) {
  return (
    <div className={styles.help}>
      <Step hints={hints} at={0} {...solution} />
    </div>
  );
}

function Step({ hints, at, ...solution }: ExerciseHelpProps & { at: number }) {
  if (at === hints.length) return <Solution {...solution} />;
  return (
    <details data-hint={at + 1}>
      <summary>
        Hint {at + 1} of {hints.length}
      </summary>
      <p>{hints[at]}</p>
      <Step hints={hints} at={at + 1} {...solution} />
    </details>
  );
}

function Solution({ solution, highlighted, mine }: Omit<ExerciseHelpProps, "hints">) {
  return (
    <details data-solution="">
      <summary>Show the solution</summary>
      <Highlighted className={styles.solution} html={highlighted} />
      <details data-compare="">
        <summary>Compare with my code</summary>
        <Comparison mine={mine} solution={solution} />
      </details>
    </details>
  );
}

const marks = { both: " ", mine: "−", other: "+" };
const spoken = { both: "", mine: "Only in mine: ", other: "Only in the solution: " };

function Comparison({ mine, solution }: { mine: string; solution: string }) {
  const lines = diffLines(mine, solution);
  if (lines.every(({ from }) => from === "both")) return <p>Your code is the solution, line by line.</p>;
  return (
    <>
      <p className={styles.legend}>
        <span data-from="mine">− only in mine</span> <span data-from="other">+ only in the solution</span>
      </p>
      <pre className={styles.comparison}>
        {lines.map(({ from, text }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity
          <span key={i} data-from={from}>
            <span aria-hidden="true">{marks[from]} </span>
            <span className="visually-hidden">{spoken[from]}</span>
            {`${text}\n`}
          </span>
        ))}
      </pre>
    </>
  );
}
