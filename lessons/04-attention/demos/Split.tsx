import { stringsFor } from "../strings";
import styles from "./Split.module.css";

const heads = [0, 1, 2, 3];

/** How one vector becomes four heads and one vector again. A figure, not live. */
export function Split({ locale }: { locale?: string }) {
  const { split } = stringsFor(locale ?? "en");
  const band = (gaps: boolean) => (
    <div className={gaps ? styles.apart : styles.whole} aria-hidden="true">
      {heads.map((head) => (
        <span key={head} data-head={head}>
          {gaps && split.head(head)}
        </span>
      ))}
    </div>
  );
  return (
    <figure className={styles.split} aria-label={split.title}>
      <p>{split.title}</p>
      {band(false)}
      <p className={styles.arrow}>↓ {split.steps[0]}</p>
      {band(true)}
      <p className={styles.arrow}>↓ {split.steps[1]}</p>
      {band(true)}
      <p className={styles.arrow}>↓ {split.steps[2]}</p>
      {band(false)}
    </figure>
  );
}
