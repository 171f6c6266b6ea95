"use client";

import type { Unkept } from "@/lib/notebook/drafts/store";
import { useKeeperState } from "../work/WorkProvider";
import styles from "./NotebookMenu.module.css";

const because: Record<Unkept, string> = {
  off: "This browser keeps nothing for this site: your edits last until you close the page.",
  full: "The browser’s storage is full: your newest edits last until you close the page.",
  newer: "Glassbox was updated in another tab: load this page anew to have new edits kept.",
};

/** Says so when the reader's work will not survive the page. */
export function Kept() {
  const unkept = useKeeperState((state) => state.unkept);
  const edited = useKeeperState(({ cells }) => Object.keys(cells).length > 0);
  if (!unkept || !edited) return null;
  return (
    <p className={styles.unkept} role="status" data-unkept={unkept}>
      {because[unkept]} Save them as a file to keep them.
    </p>
  );
}
