"use client";

import { type CSSProperties, type KeyboardEvent, useState } from "react";
import { moveInGrid } from "@/components/notebook/outputs/heatmap";
import { useControlRule } from "./ControlRules";
import styles from "./SwitchGrid.module.css";

/** Row and column: a layer, and a part of it. */
type Address = readonly [row: number, column: number];

interface SwitchGridProps {
  /** The control's name, for assignments. */
  name: string;
  legend: string;
  /** Those that are off. */
  off: readonly Address[];
  /** How much each was missed, where that is known: the largest fills its switch. `[rows][columns]` */
  missed: readonly (readonly (number | undefined)[])[];
  rowName(row: number): string;
  /** Read out in place of the switch. */
  label(address: Address, on: boolean): string;
  /** Why the last switch of a row cannot be turned off; without it, it can. */
  lastStays?: string;
  onToggle(address: Address): void;
}

/** A switch for every part of every layer, layers downward; arrow keys walk, Space switches. */
export function SwitchGrid(props: SwitchGridProps) {
  const { name, legend, off, missed, rowName, label, lastStays, onToggle } = props;
  const [at, setAt] = useState<Address>([0, 0]);
  const rule = useControlRule(name);
  if (rule === "hidden") return null;
  const columns = missed[0].length;
  const most = Math.max(1e-9, ...missed.flat().map((one) => one ?? 0));
  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    const next = moveInGrid(event.key, at, missed.length, columns);
    if (!next) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-switch="${next.join(".")}"]`)?.focus();
  };
  const toSwitch = (row: number, column: number) => {
    const address: Address = [row, column];
    const isOff = off.some((one) => one[0] === row && one[1] === column);
    const stays = Boolean(lastStays) && !isOff && off.filter((one) => one[0] === row).length === columns - 1;
    return (
      <button
        key={column}
        type="button"
        className={styles.switch}
        data-switch={address.join(".")}
        aria-pressed={!isOff}
        aria-disabled={stays}
        aria-label={label(address, !isOff)}
        title={stays ? lastStays : undefined}
        tabIndex={at[0] === row && at[1] === column ? 0 : -1}
        style={{ "--part": Math.max(0, missed[row][column] ?? 0) / most } as CSSProperties}
        onFocus={() => setAt(address)}
        onClick={() => !stays && onToggle(address)}
      >
        {column}
      </button>
    );
  };
  return (
    <fieldset className={styles.grid} disabled={rule === "locked"} onKeyDown={onKeyDown} data-choice={name}>
      <legend>{legend}</legend>
      {missed.map((cells, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
        <div key={row} className={styles.row} style={{ "--columns": columns } as CSSProperties}>
          <span aria-hidden="true">{rowName(row)}</span>
          {cells.map((_, column) => toSwitch(row, column))}
        </div>
      ))}
    </fieldset>
  );
}
