"use client";

import { type ChangeEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import type { Strings } from "@/lib/content/locales/en";
import { clearAll, keep } from "@/lib/progress/keeper";
import type { ProgressRecord } from "@/lib/progress/record";
import styles from "./ProgressPage.module.css";

interface CustodyProps {
  words: Strings["progress"];
  /** All that is kept; undefined until it has been read. */
  records?: readonly ProgressRecord[];
}

/** Carries progress away as a file, brings it back, and clears it, which can be taken back for a while. */
export function Custody({ words, records }: CustodyProps) {
  const [said, setSaid] = useState("");
  const [cleared, setCleared] = useState<readonly ProgressRecord[]>();
  const dialog = useRef<HTMLDialogElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const title = useId();

  async function exportFile() {
    const { toFile } = await import("@/lib/progress/transfer");
    const now = new Date();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([toFile(records ?? [], now)], { type: "application/json" }));
    link.download = `glassbox-progress-${now.toISOString().slice(0, 10)}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
    setSaid(words.exported(records?.length ?? 0));
  }

  async function importFile({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const [file] = currentTarget.files ?? [];
    if (!file) return;
    const { fromFile, ImportError } = await import("@/lib/progress/transfer");
    try {
      const found = fromFile(await file.text());
      setSaid((await keep(...found)) ? words.imported(found.length) : words.notKept);
      setCleared(undefined);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      setSaid(words.refused(error.message));
    }
    currentTarget.value = "";
  }

  async function clear() {
    dialog.current?.close();
    const before = records;
    if (!(await clearAll())) return setSaid(words.notKept);
    setCleared(before);
    setSaid(words.cleared);
  }

  async function undo() {
    await keep(...(cleared ?? []));
    setCleared(undefined);
    setSaid(words.undone);
  }

  const nothing = !records || records.length === 0;
  return (
    <section className={styles.custody} aria-labelledby="custody">
      <h2 id="custody">{words.custody}</h2>
      <p>{words.custodyNote}</p>
      <div className={styles.actions}>
        <Button disabled={nothing} onClick={exportFile}>
          {words.export}
        </Button>
        <Button disabled={!records} onClick={() => picker.current?.click()}>
          {words.import}
        </Button>
        <Button disabled={nothing} onClick={() => dialog.current?.showModal()}>
          {words.clear}
        </Button>
      </div>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        aria-label={words.import}
        hidden
        onChange={importFile}
      />
      <p role="status" className={styles.said}>
        {said} {cleared && <Button onClick={undo}>{words.undo}</Button>}
      </p>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={title}>
        <h3 id={title}>{words.confirmTitle}</h3>
        <p>{words.confirm}</p>
        <div className={styles.actions}>
          <Button onClick={() => dialog.current?.close()}>{words.cancel}</Button>
          <Button variant="primary" onClick={clear}>
            {words.confirmClear}
          </Button>
        </div>
      </dialog>
    </section>
  );
}
