import type { Assignment } from "../assignment";
import { type Row, type Table, toAnswer } from "./table";

/** How the checks went when they were run again here: by the row's key, then the task's. */
export type Rechecks = Readonly<Record<string, Readonly<Record<string, boolean>>>>;

/** One line a student, for a spreadsheet. */
export function toCsv({ columns, rows }: Table, rechecks: Rechecks): string {
  const head = [
    ...["name", "from", "started", "made", "points", "flags"],
    ...columns.flatMap(({ key }) => [key, `${key} answer`, `${key} tries`, `${key} checked again`]),
  ];
  const lines = rows.map((row) => [
    ...[row.name, row.from, timeOf(row, "started"), timeOf(row, "made"), row.points, row.flags.join(" ")],
    ...columns.flatMap(({ key, task }, i) => {
      const { state, entry } = row.cells[i];
      const again = rechecks[row.key]?.[key];
      return [
        state,
        entry?.code ?? (entry?.text === undefined ? "" : toAnswer(task, entry.text)),
        entry?.tries ?? "",
        again === undefined ? "" : again ? "passed" : "failed",
      ];
    }),
  ]);
  return [head, ...lines]
    .map((fields) => fields.map(toField).join(","))
    .join("\r\n")
    .concat("\r\n");
}

/** Everything again, with the receipts themselves: dropping the file on the page brings the table back. */
export function toJson(table: Table, assignment: Assignment | undefined, rechecks: Rechecks): string {
  const students = table.rows.map(({ key, name, from, points, flags, cells, receipt }) => ({
    name,
    from,
    points,
    flags,
    tasks: Object.fromEntries(
      table.columns.map(({ key: task }, i) => [task, { ...cells[i], checkedAgain: rechecks[key]?.[task] }]),
    ),
    receipt: receipt?.code ?? key,
  }));
  return `${JSON.stringify({ assignment, students }, null, 2)}\n`;
}

function timeOf({ receipt }: Row, which: "started" | "made"): string {
  return receipt ? new Date(receipt.receipt[which] * 1000).toISOString() : "";
}

/** Quoted where it must be; a text that a spreadsheet would take for a formula is kept from being one. */
function toField(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
