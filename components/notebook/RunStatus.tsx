import { Label } from "@/components/ui/Instrument";
import styles from "./Cell.module.css";
import type { RunState } from "./useRun";

/** What `data-state` of a cell says: the phase, or that the outputs are older than the code above them. */
export type ShownState = RunState["phase"] | "stale";

export function shownState(state: RunState, code: string): ShownState {
  return state.phase !== "running" && state.source !== code ? "stale" : state.phase;
}

/** Where the outputs above it come from, in one line. */
export function RunStatus({ state, code }: { state: RunState; code: string }) {
  const shown = shownState(state, code);
  const measured = shown === "done" && state.milliseconds !== undefined;
  return (
    <p className={styles.status} role="status" data-slow={state.slow || undefined}>
      {measured && <Label kind="measured" />}
      <span>{toSentence(shown, state)}</span>
    </p>
  );
}

function toSentence(shown: ShownState, { milliseconds, slow, outputs }: RunState): string {
  const time = milliseconds === undefined ? "" : `${toTime(milliseconds)}, `;
  switch (shown) {
    case "prebuilt":
      return outputs.length > 0 ? "computed when this page was built" : "not run yet";
    case "stale":
      return "from the code before your edit";
    case "running":
      return slow ? "running for more than 10 s — Stop ends it at once" : "running in the sandbox…";
    case "done":
      return `${time}in the sandbox`;
    case "failed":
      return `ended by an error, ${time}in the sandbox`;
    case "stopped":
      return "stopped by you";
  }
}

function toTime(milliseconds: number): string {
  return milliseconds < 1_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;
}
