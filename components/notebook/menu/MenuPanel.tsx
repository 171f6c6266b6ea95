"use client";

import { ImportFile } from "./ImportFile";
import styles from "./NotebookMenu.module.css";
import { ResetAll } from "./ResetAll";
import { SaveFile } from "./SaveFile";
import { ShareLink } from "./ShareLink";

/** What can be done with all cells together. */
export function MenuPanel() {
  return (
    <div className={styles.panel}>
      <ShareLink />
      <SaveFile />
      <ImportFile />
      <ResetAll />
    </div>
  );
}
