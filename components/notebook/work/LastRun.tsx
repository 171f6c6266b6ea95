"use client";

import { useState } from "react";
import { useNotebookState } from "../NotebookProvider";
import styles from "../Notice.module.css";
import { useWork } from "./WorkProvider";

/** Says what ran when the page ended without a word, until the reader runs something again. */
export function LastRun() {
  const lastRun = useWork()?.lastRun;
  const off = useNotebookState(({ kernel }) => kernel === "off");
  const [over, setOver] = useState(false);
  if (!lastRun || over) return null;
  if (!off) setOver(true);
  return (
    <p className={styles.notice} role="status" data-last-run>
      This page ended while{" "}
      {lastRun.map(({ id, title }, i) => (
        <span key={id}>
          {i > 0 && ", "}
          <a href={`#cell-${id}`}>{title}</a>
        </span>
      ))}{" "}
      {lastRun.length === 1 ? "was" : "were"} running. Your edits are kept; nothing runs before you press Run.
    </p>
  );
}
