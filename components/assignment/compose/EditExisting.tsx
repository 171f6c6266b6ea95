"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/Button";
import { type Draft, toDraft } from "@/lib/assignment/draft";
import { type MadeLink, readMade } from "@/lib/assignment/draft-store";
import { decodeAssignment } from "@/lib/assignment/link";
import { UnreadableError } from "@/lib/assignment/problem";
import { PasteLink } from "../PasteLink";
import type { AssignmentStrings } from "../strings";
import styles from "./Composer.module.css";
import { ownZone } from "./useDraftState";

interface EditExistingProps {
  words: AssignmentStrings;
  onDraft(draft: Draft): void;
}

/** Takes up an assignment from its link, or from those made in this browser. */
export function EditExisting({ words, onDraft }: EditExistingProps) {
  const [said, setSaid] = useState<string>();
  const [made, setMade] = useState<MadeLink[]>([]);
  useEffect(() => setMade(readMade()), []);
  const open = async (text: string) => {
    try {
      const assignment = await decodeAssignment(text);
      onDraft(toDraft(assignment, ownZone()));
      setSaid(words.compose.editDone(assignment.title));
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      const { title, text: why } = words.problems[error.problem];
      setSaid(`${title}. ${why} (${error.message})`);
    }
  };
  return (
    <section aria-labelledby="existing">
      <h2 id="existing">{words.compose.edit}</h2>
      <p className={styles.hint}>{words.compose.editHint}</p>
      <PasteLink words={{ ...words, read: words.compose.editLoad }} onPaste={open} />
      <p role="status" className={styles.said}>
        {said}
      </p>
      {made.length > 0 && (
        <details onToggle={() => setMade(readMade())}>
          <summary>{words.compose.earlier}</summary>
          <ul className={styles.made}>
            {made.map(({ id, title, code }) => (
              <li key={id}>
                <Button onClick={() => open(code)}>{title}</Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
