"use client";

import { Button } from "@/components/ui/Button";
import { useKeeperState, useWork } from "./WorkProvider";

interface CellActionsProps {
  id: string;
  /** The reader added it. */
  own: boolean;
  edited: boolean;
}

/** Back to the lesson's code, and back from there; away with a cell of the reader's own. */
export function CellActions({ id, own, edited }: CellActionsProps) {
  const keeper = useWork()?.keeper;
  const thrown = useKeeperState((state) => state.thrown);
  const wasReset = thrown?.what === "reset" && thrown.cells.some((cell) => cell.id === id);
  if (!keeper) return null;
  if (own) return <Button onClick={() => keeper.remove(id)}>Delete</Button>;
  if (edited) return <Button onClick={() => keeper.reset(id)}>Reset</Button>;
  return wasReset ? <Button onClick={keeper.undo}>Undo reset</Button> : null;
}
