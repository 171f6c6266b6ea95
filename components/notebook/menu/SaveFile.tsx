"use client";

import { Button } from "@/components/ui/Button";
import type { ExportedNotebook } from "@/lib/share/exported";
import { useNotebook } from "../NotebookProvider";
import { describePage } from "./describe-page";
import styles from "./NotebookMenu.module.css";

const formats = {
  ipynb: {
    label: "Export .ipynb",
    type: "application/x-ipynb+json",
    write: async (notebook: ExportedNotebook) => (await import("@/lib/share/ipynb")).toIpynb(notebook),
  },
  ts: {
    label: "Export .ts",
    type: "text/plain",
    write: async (notebook: ExportedNotebook) => (await import("@/lib/share/ts-file")).toTsFile(notebook),
  },
};

/** Saves the notebook as a file: for Jupyter with its outputs, or as plain TypeScript. */
export function SaveFile() {
  const notebook = useNotebook();
  const save = async (ending: keyof typeof formats) => {
    const { type, write } = formats[ending];
    const page = describePage(document, window.location, notebook.getState());
    const exported = { ...page, modules: notebook.modules };
    download(`${exported.lesson}.${ending}`, new Blob([await write(exported)], { type }));
  };
  return (
    <div className={styles.item}>
      <div className={styles.buttons}>
        {(["ipynb", "ts"] as const).map((ending) => (
          <Button key={ending} onClick={() => void save(ending)}>
            {formats[ending].label}
          </Button>
        ))}
      </div>
      <p>For Jupyter with Deno’s kernel, outputs included; or as plain TypeScript.</p>
    </div>
  );
}

function download(name: string, file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has to have begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
