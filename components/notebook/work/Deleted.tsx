"use client";

import { Button } from "@/components/ui/Button";
import styles from "./Deleted.module.css";
import { useKeeperState, useWork } from "./WorkProvider";

/** In the place of a cell that the reader has just deleted: the way to get it back. */
export function Deleted({ after }: { after: string }) {
  const keeper = useWork()?.keeper;
  const thrown = useKeeperState((state) => state.thrown);
  const here = thrown?.what === "deleted" && thrown.cells[0]?.after === after;
  if (!keeper || !here) return null;
  return (
    <p className={styles.deleted} role="status">
      <span>Cell deleted.</span>
      {/* The button that had the focus is gone with its cell. */}
      <Button autoFocus onClick={keeper.undo}>
        Undo
      </Button>
    </p>
  );
}
