"use client";

import { type CSSProperties, type KeyboardEvent, memo } from "react";
import { TokenTile } from "@/components/plot/TokenTile";
import { percent } from "@/lib/plot/format";
import { spoken } from "@/lib/plot/visible";
import styles from "./TokenStream.module.css";

export interface StreamToken {
  id: number;
  text: string;
  /** Probability the token was drawn with. */
  probability: number;
}

interface TokenStreamProps {
  /** Name of the list, for assistive technology. */
  label: string;
  tokens: readonly StreamToken[];
  /** Index of the token whose alternatives are open. */
  selected?: number;
  /** Without it the tokens are only shown. */
  onSelect?: (index: number) => void;
  /** Id of the element that shows the selected token's alternatives. */
  controls?: string;
  /** More is on its way. */
  running?: boolean;
}

/** Written tokens in a row, each tinted by the probability it was drawn with; arrow keys walk along it. */
export const TokenStream = memo(function TokenStream({
  label,
  tokens,
  selected,
  onSelect,
  controls,
  running,
}: TokenStreamProps) {
  const current = Math.min(selected ?? 0, tokens.length - 1);
  return (
    <ol
      className={styles.stream}
      aria-label={label}
      aria-busy={running}
      onKeyDown={(event) => moveFocus(event, tokens.length)}
    >
      {tokens.map((token, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the text.
        <li key={`${i}-${token.id}`} style={{ "--t": token.probability } as CSSProperties}>
          {onSelect ? (
            <button
              type="button"
              className={styles.token}
              data-index={i}
              tabIndex={i === current ? 0 : -1}
              aria-pressed={i === selected}
              aria-controls={i === selected ? controls : undefined}
              aria-label={`${spoken(token.text)}, ${percent(token.probability)}`}
              title={percent(token.probability)}
              onClick={() => onSelect(i)}
            >
              <TokenTile text={token.text} tinted />
            </button>
          ) : (
            <span className={styles.token} title={percent(token.probability)}>
              <TokenTile text={token.text} tinted />
            </span>
          )}
        </li>
      ))}
      {running && <li className={styles.caret} aria-hidden="true" />}
    </ol>
  );
});

function moveFocus(event: KeyboardEvent<HTMLOListElement>, length: number) {
  const at = Number((event.target as HTMLElement).dataset.index);
  const target = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: length - 1 }[event.key];
  if (target === undefined || Number.isNaN(at)) return;
  event.preventDefault();
  const next = Math.min(length - 1, Math.max(0, target));
  event.currentTarget.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus();
}
