import type { ErrorDisplay } from "@/lib/notebook/display";
import styles from "./outputs.module.css";

type ErrorOutputProps = Omit<ErrorDisplay, "kind"> & { onGoTo?(line: number): void };

/** An error with its line in the reader's own code, which is one click away. */
export function ErrorOutput({ name, message, line, onGoTo }: ErrorOutputProps) {
  return (
    <p className={styles.error} data-output="error" role="alert">
      <strong>{name}</strong>
      {line !== undefined && (
        <>
          {" "}
          <LineLink line={line} onGoTo={onGoTo} />
        </>
      )}
      <span className={styles.message}>{message}</span>
    </p>
  );
}

function LineLink({ line, onGoTo }: { line: number; onGoTo?(line: number): void }) {
  if (!onGoTo) return <span>in line {line}</span>;
  return (
    <button type="button" className={styles.line} onClick={() => onGoTo(line)}>
      in line {line}
    </button>
  );
}
