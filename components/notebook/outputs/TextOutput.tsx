import type { TextDisplay } from "@/lib/notebook/display";
import styles from "./outputs.module.css";

export function TextOutput({ text, tone }: TextDisplay) {
  return (
    <pre className={styles.text} data-output="text" data-tone={tone}>
      {text}
    </pre>
  );
}
