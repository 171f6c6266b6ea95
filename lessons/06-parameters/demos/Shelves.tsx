"use client";

import type { CSSProperties } from "react";
import { useState } from "react";
import { sizeOf } from "../count";
import type { LessonStrings } from "../strings";
import type { Shelf } from "../weigh";
import styles from "./Shelves.module.css";

/** Each matrix lying on its side, all to one scale; vectors as lines of their length. */
export function Shelves({ shelves, words }: { shelves: readonly Shelf[]; words: LessonStrings }) {
  const all = shelves.flatMap(({ matrices, vectors }) => [...matrices, ...vectors]);
  const longest = Math.max(1, ...all.flatMap(({ shape }) => shape));
  const [active, setActive] = useState(() => all.find(({ name }) => /attn/.test(name))?.name);
  const shown = all.find(({ name }) => name === active) ?? all[0];
  return (
    <div className={styles.shelves} style={{ "--longest": longest } as CSSProperties}>
      <ul
        aria-label={words.tensors.picture}
        onKeyDown={(event) => {
          const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
          if (!step) return;
          event.preventDefault();
          const buttons = [...event.currentTarget.querySelectorAll("button")];
          const at = buttons.findIndex((button) => button.matches(":focus"));
          buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
        }}
      >
        {shelves.map(({ key, matrices, vectors }) => (
          <li key={key} className={styles.shelf}>
            <span className={styles.name}>{nameOf(key, words)}</span>
            <span className={styles.row}>
              {matrices.map((tensor) => (
                <button
                  key={tensor.name}
                  type="button"
                  tabIndex={tensor.name === shown?.name ? 0 : -1}
                  aria-label={words.tensors.tensor(tensor.name, tensor.shape, sizeOf(tensor.shape))}
                  data-active={tensor.name === shown?.name || undefined}
                  data-kind={
                    /attn/.test(tensor.name) ? "attention" : /mlp/.test(tensor.name) ? "ffn" : "ends"
                  }
                  className={styles.matrix}
                  style={
                    {
                      "--long": Math.max(...tensor.shape),
                      "--high": Math.min(...tensor.shape),
                    } as CSSProperties
                  }
                  onFocus={() => setActive(tensor.name)}
                  onPointerEnter={() => setActive(tensor.name)}
                  onClick={() => setActive(tensor.name)}
                >
                  <span>{words.tensors.letters[tensor.name.replace(/^h\.\d+\.|\.weight$/g, "")]}</span>
                </button>
              ))}
            </span>
            <span className={styles.row}>
              {vectors.length > 0 && (
                <span className={styles.vectors} aria-hidden="true">
                  {vectors.map(({ name, shape }) => (
                    <span key={name} style={{ "--long": shape[0] } as CSSProperties} />
                  ))}
                </span>
              )}
              {vectors.length > 0 && (
                <span className={styles.small}>
                  {words.tensors.vectors(vectors.reduce((sum, { shape }) => sum + sizeOf(shape), 0))}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {shown && (
        <p className={styles.readout} data-tensor={shown.name}>
          {words.tensors.tensor(shown.name, shown.shape, sizeOf(shown.shape))}
        </p>
      )}
    </div>
  );
}

function nameOf(key: string, { tensors }: LessonStrings): string {
  if (key.startsWith("h.")) return tensors.layer(Number(key.slice(2)) + 1);
  return { wte: tensors.token, wpe: tensors.position, ln_f: tensors.last }[key] ?? key;
}
