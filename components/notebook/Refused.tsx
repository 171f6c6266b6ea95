"use client";

import { useNotebookState } from "./NotebookProvider";
import styles from "./Notice.module.css";

/** Says where code tried to send something, also when that code kept the error to itself. */
export function Refused() {
  const refused = useNotebookState((state) => state.refused);
  if (refused.length === 0) return null;
  return (
    <p className={styles.notice} role="status" data-refused>
      A cell tried to reach {refused.join(", ")}. Cells have no network: nothing was sent.
    </p>
  );
}
