"use client";

import { useId, useRef } from "react";
import { Button } from "@/components/ui/Button";
import type { Notebook } from "@/lib/notebook/notebook-state";
import { lessonAt } from "@/lib/progress/events";
import type { SharedNotebook } from "@/lib/share/shared-notebook";
import { useNotebook } from "../NotebookProvider";
import { useWork } from "../work/WorkProvider";
import styles from "./NotebookMenu.module.css";

/** Brings a notebook in from a file. It is offered like one from a link: shown first, used on request. */
export function ImportFile() {
  const notebook = useNotebook();
  const visit = useWork()?.visit;
  const picker = useRef<HTMLInputElement>(null);
  const note = useId();
  const open = async (file: File | undefined) => {
    if (!file) return;
    picker.current?.closest("details")?.removeAttribute("open");
    const from = { kind: "file", name: file.name } as const;
    try {
      visit?.offer(from, await readFile(file, notebook));
    } catch (error) {
      visit?.refuse(from, error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className={styles.item}>
      <Button onClick={() => picker.current?.click()} aria-describedby={note}>
        Import a file
      </Button>
      <input
        ref={picker}
        type="file"
        accept=".ipynb,.ts"
        hidden
        aria-label="Notebook file"
        onChange={(event) => {
          void open(event.target.files?.[0]);
          // The same file may be picked again.
          event.target.value = "";
        }}
      />
      <p id={note}>A notebook exported from this lesson. You see it before anything changes.</p>
    </div>
  );
}

async function readFile(file: File, notebook: Notebook): Promise<SharedNotebook> {
  const [{ limits }, { ImportError }, { toShared }] = await Promise.all([
    import("@/lib/share/limits"),
    import("@/lib/share/exported"),
    import("@/lib/share/to-shared"),
  ]);
  if (file.size > limits.file)
    throw new ImportError(`This file is larger than ${limits.file / 1024 / 1024} MB.`);
  const text = await file.text();
  const imported = file.name.endsWith(".ts")
    ? (await import("@/lib/share/ts-file")).fromTsFile(text)
    : (await import("@/lib/share/ipynb")).fromIpynb(text);
  const authored = notebook
    .getState()
    .cells.flatMap(({ id, author }) => (author === undefined ? [] : [[id, author] as const]));
  return toShared(imported, { lesson: lessonAt(window.location.pathname), authors: new Map(authored) });
}
