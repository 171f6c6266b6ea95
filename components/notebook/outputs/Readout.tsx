import styles from "./Readout.module.css";

interface ReadoutProps {
  /** The picture in a sentence. */
  sentence: string;
  /** Id under which the picture finds its sentence. */
  id: string;
  /** What is read right now; it takes the sentence's place without moving anything. */
  reading?: string;
  /** Say each reading to a screen reader: where the focus does not move with it. */
  spoken?: boolean;
}

/** The line under a picture: the picture in words, or the one value that the reader points at. */
export function Readout({ sentence, id, reading, spoken }: ReadoutProps) {
  return (
    <div className={styles.readout} data-reading={reading !== undefined || undefined}>
      <p id={id} className={styles.sentence}>
        {sentence}
      </p>
      <p className={styles.reading} aria-live={spoken ? "polite" : undefined}>
        {reading}
      </p>
    </div>
  );
}
