"use client";

import styles from "./AddCell.module.css";
import { useWork } from "./WorkProvider";

/** Adds a cell of the reader's own below another, and takes them there. */
export function AddCell({ after, name }: { after: string; name: string }) {
  const keeper = useWork()?.keeper;
  const add = () => {
    const id = keeper?.add(after);
    // Its place in the page comes with the next rendering.
    if (id) requestAnimationFrame(() => focusCode(id));
  };
  return (
    <div className={styles.below}>
      <button
        type="button"
        className={styles.add}
        disabled={!keeper}
        onClick={add}
        aria-label={`Add a cell below ${name}`}
      >
        + Cell
      </button>
    </div>
  );
}

function focusCode(id: string): void {
  const code = document.querySelector<HTMLElement>(
    `[data-cell="${CSS.escape(id)}"] [data-editor] [tabindex]`,
  );
  code?.focus();
}
