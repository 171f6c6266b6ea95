"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { useKeeperState, useWork } from "../work/WorkProvider";
import styles from "./NotebookMenu.module.css";

/** Every cell as the lesson has it, and back. */
export function ResetAll() {
  const keeper = useWork()?.keeper;
  const edited = useKeeperState(({ cells }) => Object.keys(cells).length);
  const thrown = useKeeperState((state) => state.thrown);
  const [done, setDone] = useState(false);
  const undoable = done && thrown !== undefined;
  const act = () => {
    if (undoable) keeper?.undo();
    else keeper?.resetAll();
    setDone(!undoable);
  };
  return (
    <div className={styles.item}>
      <Button disabled={edited === 0 && !undoable} onClick={act}>
        {undoable ? "Undo: bring my cells back" : "Reset all cells"}
      </Button>
      <p>
        {edited === 0 && !undoable
          ? "Every cell is as the lesson has it."
          : "Brings back the lesson’s code everywhere, and deletes your own cells."}
      </p>
    </div>
  );
}
