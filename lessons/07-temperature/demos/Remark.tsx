import demoStyles from "@/components/ui/demo.module.css";
import { sameSettings } from "../presets";
import type { LessonStrings } from "../strings";
import type { useWriting } from "./useWriting";
import styles from "./Writing.module.css";
import type { Order } from "./write-out";

interface RemarkProps {
  order: Order;
  work: ReturnType<typeof useWriting>;
  words: LessonStrings;
}

/** How the text came about, and whether it still belongs to what is set now. */
export function Remark({ work, order, words }: RemarkProps) {
  const writing = work.writing!;
  const { order: used, tokens } = writing;
  const changed =
    used.prompt !== order.prompt || used.seed !== order.seed || !sameSettings(used.settings, order.settings);
  const outcome = {
    waiting: words.write.waiting,
    running: "",
    done: words.write.done(tokens.length, writing.pace),
    ended: `${words.write.ended} ${words.write.done(tokens.length, writing.pace)}`,
    stopped: `${words.write.stopped} ${words.write.done(tokens.length, writing.pace)}`,
    failed: words.write.failed(writing.error ?? ""),
  }[writing.status];
  return (
    <div className={styles.remark}>
      <p role="status" data-failed={writing.status === "failed" || undefined}>
        {outcome} {words.write.with(words.settings(used.settings, used.seed))}
      </p>
      {changed && !work.busy && <p className={demoStyles.waiting}>{words.write.changed}</p>}
      {tokens.length > 0 && !changed && <p>{words.write.hint}</p>}
    </div>
  );
}
