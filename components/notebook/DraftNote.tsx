import { Button } from "@/components/ui/Button";
import styles from "./Cell.module.css";
import { Highlighted } from "./Highlighted";

interface DraftNoteProps {
  highlighted: string;
  onReset(): void;
}

/** The lesson's code has changed under the reader's edit: the edit stays, the new version is one click away. */
export function DraftNote({ highlighted, onReset }: DraftNoteProps) {
  return (
    <details className={styles.note} data-note="outdated">
      <summary>The lesson’s version of this code has changed since your edit. You see yours.</summary>
      <Highlighted className={styles.noteCode} html={highlighted} />
      <Button onClick={onReset}>Take the lesson’s version</Button>
    </details>
  );
}
