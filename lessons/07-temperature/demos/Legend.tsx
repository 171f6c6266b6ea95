import { memo } from "react";
import type { LessonStrings } from "../strings";
import styles from "./Picture.module.css";

/** What the marks of a bar stand for. */
export const Legend = memo(function Legend({ words }: { words: LessonStrings }) {
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
});
