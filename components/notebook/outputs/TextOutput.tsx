import type { TextDisplay } from "@/lib/notebook/display";
import styles from "./outputs.module.css";
import { splitText } from "./split-text";

/** Text as it was written; what is long stands behind a word that opens it, with or without scripts. */
export function TextOutput({ text, tone }: TextDisplay) {
  const { head, rest, lines } = splitText(text);
  if (rest === "")
    return (
      <pre className={styles.text} data-output="text" data-tone={tone}>
        {text}
      </pre>
    );
  return (
    <div className={styles.long} data-output="text" data-tone={tone}>
      <pre className={styles.text} data-tone={tone}>
        {head}
      </pre>
      <details>
        <summary>
          {lines > 0 ? `Show ${lines.toLocaleString("en-US")} more lines` : "Show the rest of the text"}
        </summary>
        <pre className={styles.text} data-tone={tone}>
          {rest}
        </pre>
      </details>
    </div>
  );
}
