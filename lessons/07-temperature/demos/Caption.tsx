import demoStyles from "@/components/ui/demo.module.css";
import { lastPart } from "@/lib/plot/format";
import { printed } from "@/lib/plot/visible";
import type { LessonStrings } from "../strings";
import styles from "./Caption.module.css";
import type { Demo } from "./useDemo";

/** Says which prompt a picture belongs to; when that is not the prompt in the box, says that too. */
export function Caption({ demo, words }: { demo: Demo; words: LessonStrings }) {
  const prompt = printed(lastPart(demo.prediction.prompt, 44), " ");
  return (
    <p className={styles.caption}>
      {words.after(prompt)}
      {demo.stale && <span className={demoStyles.waiting}> {words.stale[demo.stale]}</span>}
    </p>
  );
}
