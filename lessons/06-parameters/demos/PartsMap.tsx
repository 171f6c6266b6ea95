"use client";

import type { CSSProperties, KeyboardEvent } from "react";
import type { Config, Part } from "../count";
import type { LessonStrings } from "../strings";
import styles from "./PartsMap.module.css";
import type { PartRow } from "./part-rows";

interface PartsMapProps {
  config: Config;
  rows: readonly PartRow[];
  total: number;
  active: Part;
  onActive: (index: number) => void;
  words: LessonStrings;
}

const before: readonly Part[] = ["embedding", "positions"];
const after: readonly Part[] = ["finalNorm", "output"];

const groups: Record<Part, string> = {
  ...{
    embedding: "ends",
    positions: "ends",
    finalNorm: "norms",
    output: "ends",
    norms: "norms",
    router: "ffn",
  },
  ...{ query: "attention", key: "attention", value: "attention", projection: "attention" },
  ...{ gate: "ffn", up: "ffn", down: "ffn" },
};

/** Three columns, in, through and out; widths and heights such that area is number of parameters. */
export function PartsMap({ config, rows, total, active, onActive, words }: PartsMapProps) {
  const index = (part: Part) => rows.findIndex((row) => row.part === part);
  const column = (own: readonly PartRow[], layered = false) => {
    const sum = own.reduce((all, row) => all + row.total, 0);
    return (
      <div
        className={styles.column}
        data-layered={layered || undefined}
        style={{ "--share": sum / total, "--layers": config.layers } as CSSProperties}
      >
        {own.map((row) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys move the focus, and focus is the choice.
          <div
            key={row.part}
            role="option"
            aria-selected={row.part === active}
            aria-label={words.calculator.part(words.parts[row.part], row.total, row.total / total)}
            tabIndex={row.part === active ? 0 : -1}
            data-part={row.part}
            data-group={groups[row.part]}
            className={styles.part}
            style={{ "--share": row.total / sum, "--idle": 1 - row.used / row.total } as CSSProperties}
            onFocus={() => onActive(index(row.part))}
            onPointerEnter={() => onActive(index(row.part))}
            onClick={() => onActive(index(row.part))}
          >
            <span className={styles.words} aria-hidden="true">
              {words.letters[row.part]} <b>{words.share(row.total / total)}</b>
            </span>
          </div>
        ))}
      </div>
    );
  };
  return (
    <div>
      <div
        role="listbox"
        aria-label={words.calculator.map}
        className={styles.map}
        onKeyDown={(event) => move(event, rows, index(active))}
      >
        {column(rows.filter(({ part }) => before.includes(part)))}
        {column(
          rows.filter(({ part }) => !before.includes(part) && !after.includes(part)),
          true,
        )}
        {column(rows.filter(({ part }) => after.includes(part)))}
      </div>
      <p className={styles.foot} aria-hidden="true">
        {words.calculator.hint}
      </p>
    </div>
  );
}

function move(event: KeyboardEvent<HTMLDivElement>, rows: readonly PartRow[], active: number) {
  const { key } = event;
  const last = rows.length - 1;
  const target = {
    ArrowDown: active + 1,
    ArrowRight: active + 1,
    ArrowUp: active - 1,
    ArrowLeft: active - 1,
    Home: 0,
    End: last,
  }[key];
  if (target === undefined) return;
  event.preventDefault();
  const { part } = rows[Math.min(last, Math.max(0, target))];
  event.currentTarget.querySelector<HTMLElement>(`[data-part="${part}"]`)?.focus();
}
