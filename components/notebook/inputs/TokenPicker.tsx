"use client";

import { TokenTile } from "@/components/plot/TokenTile";
import { useReady } from "@/components/ui/useReady";
import { spoken } from "@/lib/plot/visible";
import { useInput, useNotebook } from "../NotebookProvider";
import styles from "./inputs.module.css";

interface TokenPickerProps {
  name: string;
  label: string;
  /** Texts of the tokens, in order. */
  tokens: readonly string[];
}

/** A text in tokens, one of them picked; the value is its place, from 0. */
export function TokenPicker({ name, label, tokens }: TokenPickerProps) {
  const notebook = useNotebook();
  const { value } = useInput(name);
  const ready = useReady();
  return (
    <fieldset className={styles.field} disabled={!ready} data-input={name}>
      <legend>{label}</legend>
      <div className={styles.tokens}>
        {tokens.map((text, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the text
          <label key={i} className={styles.token}>
            <input
              type="radio"
              name={name}
              aria-label={`${spoken(text)}, token ${i}`}
              checked={value === i}
              onChange={() => notebook.setInput(name, i)}
            />
            <TokenTile text={text} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
