import { Label } from "@/components/ui/Instrument";
import type { CellPhase, CellState, InputValue } from "@/lib/notebook/notebook-state";
import styles from "./Cell.module.css";

/** What `data-state` of a cell says: its phase, or that the outputs are older than the code above them. */
export type ShownPhase = CellPhase | "stale";

export function shownPhase({ phase, code, belongs }: CellState): ShownPhase {
  // That a run was stopped is told also when it left nothing to show.
  if (phase === "running" || phase === "waiting" || phase === "stopped") return phase;
  return belongs.code === code ? phase : "stale";
}

/** Where the outputs above it come from, in one line. */
export function CellStatus({ cell }: { cell: CellState }) {
  const shown = shownPhase(cell);
  return (
    <p
      className={styles.status}
      role="status"
      data-slow={cell.slow || undefined}
      data-stale={shown === "stale" || undefined}
    >
      {shown === "done" && !cell.streaming && <Label kind="measured" />}
      <span>{toSentence(shown, cell)}</span>
    </p>
  );
}

function toSentence(shown: ShownPhase, cell: CellState): string {
  const { milliseconds, outputs, belongs } = cell;
  const time = milliseconds === undefined ? "" : `${toTime(milliseconds)}, `;
  const inputs = toInputs(belongs.inputs);
  const given = inputs && `, with ${inputs}`;
  switch (shown) {
    case "prebuilt":
      return outputs.length > 0 ? `computed when this page was built${given}` : "not run yet";
    case "stale":
      return `from the code before your edit${given}`;
    case "waiting":
      return `out of date${inputs && `: from ${inputs}`}; ${cell.held ? "Run computes it anew" : "it runs when it comes into view"}`;
    case "running":
      if (cell.slow) return "running for more than 10 s — Stop ends it at once";
      return `running in the sandbox…${inputs && ` shown: from ${inputs}`}`;
    case "done":
      return cell.streaming ? `streaming from the sandbox${given}` : `${time}in the sandbox${given}`;
    case "failed":
      return `ended by an error, ${time}in the sandbox${given}`;
    case "stopped":
      return `stopped by you${belongs.code === cell.code ? "" : "; shown: from the code before your edit"}`;
  }
}

function toInputs(inputs: Readonly<Record<string, InputValue>>): string {
  return Object.entries(inputs)
    .map(([name, value]) => `${name} = ${toText(value)}`)
    .join(", ");
}

function toText(value: InputValue): string {
  if (typeof value !== "string") return String(value);
  return value.length > 40 ? `“${value.slice(0, 39)}…”` : `“${value}”`;
}

function toTime(milliseconds: number): string {
  return milliseconds < 1_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;
}
