import type { ExpectationDisplay } from "@/lib/notebook/display";
import styles from "./Expectation.module.css";

/** One line: what should be so, and whether it is. */
export function ExpectationOutput({ passed, subject, relation, expected, got }: ExpectationDisplay) {
  return (
    <p className={styles.expectation} data-output="expectation" data-passed={passed}>
      <span className={styles.sign} aria-hidden="true">
        {passed ? "✓" : "✗"}
      </span>
      <span>
        <strong>{passed ? "As expected:" : "Not as expected:"}</strong> {subject || <code>{got}</code>}{" "}
        {passed ? toFact(relation) : `should ${relation}`} <code>{expected}</code>
        {!passed && subject !== "" && (
          <>
            , but is <code>{got}</code>
          </>
        )}
        .
      </span>
    </p>
  );
}

function toFact(relation: string): string {
  const facts: Record<string, string> = {
    be: "is",
    equal: "equals",
    "be close to": "is close to",
    "have the shape": "has the shape",
  };
  return facts[relation] ?? relation;
}
