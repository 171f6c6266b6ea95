import type { ReactNode } from "react";
import styles from "./CheckTheNote.module.css";

export interface CheckTheNoteProps {
  /** Anchor of the box, unique on the page. */
  id: string;
  /** The entry that makes the claim: "000 #20". */
  note: string;
  /** What the entry says, in our words. */
  claim: string;
  /** The test the reader makes, then a `<Reveal>`. */
  children: ReactNode;
}

/** A claim of the source notes that does not hold, and the way to find that out. */
export function CheckTheNote({ id, note, claim, children }: CheckTheNoteProps) {
  return (
    <section
      id={id}
      className={styles.box}
      aria-labelledby={`${id}-title ${id}-source`}
      data-check-the-note={note}
    >
      <h3 id={`${id}-title`} className={styles.title}>
        <a className="address" href={`#${id}`}>
          Check the note
        </a>
      </h3>
      <blockquote className={styles.claim}>
        <p>{claim}</p>
        <footer id={`${id}-source`}>source note {note}, in our words</footer>
      </blockquote>
      {children}
    </section>
  );
}

/** What the reader should have found: closed until asked for, open to anyone without JavaScript. */
export function Reveal({ children }: { children: ReactNode }) {
  return (
    <details className={styles.reveal}>
      <summary>Reveal the answer</summary>
      <div className={styles.answer}>{children}</div>
    </details>
  );
}
