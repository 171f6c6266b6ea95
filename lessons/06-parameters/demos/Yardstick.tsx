import type { CSSProperties } from "react";
import { short, signed } from "../numbers";
import type { LessonStrings } from "../strings";
import styles from "./Yardstick.module.css";

interface YardstickProps {
  total: number;
  used: number;
  rule: number;
  words: LessonStrings;
}

/** The exact count large, and under it two tubes: the count, and what the rule of thumb makes of it. */
export function Yardstick({ total, used, rule, words }: YardstickProps) {
  const end = Math.max(total, rule);
  const { calculator } = words;
  return (
    <div aria-hidden="true" className={styles.yardstick}>
      <p className={styles.total}>
        {words.number(total)} <span>{short(total)}</span>
      </p>
      <div className={styles.row} style={{ "--p": total / end } as CSSProperties}>
        <span>{calculator.exact}</span>
        <span className={styles.tube}>
          <span className={styles.fill} />
          {used < total && <span className={styles.used} style={{ "--p": used / end } as CSSProperties} />}
        </span>
        <span>{used < total ? `${short(used)} ${calculator.active}` : ""}</span>
      </div>
      <div className={styles.row} style={{ "--p": rule / end } as CSSProperties}>
        <span>{calculator.rule}</span>
        <span className={styles.tube}>
          <span className={styles.rule} />
        </span>
        <span className={styles.error}>{signed((rule - total) / total)}</span>
      </div>
    </div>
  );
}
