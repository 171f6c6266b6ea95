import type { LessonStrings } from "../strings";
import styles from "./Picture.module.css";

/** What the marks of a bar stand for. */
export function Legend({ words }: { words: LessonStrings }) {
  return (
    <ul className={styles.legend}>
      {(["after", "before", "out", "own"] as const).map((mark) => (
        <li key={mark}>
          <span className={`${styles.swatch} ${styles[mark]}`} />
          {words.sampler.legend[mark]}
        </li>
      ))}
    </ul>
  );
}
