"use client";

import { type CSSProperties, type KeyboardEvent, useId, useRef, useState } from "react";
import { TokenTile } from "@/components/plot/TokenTile";
import type { TokensDisplay } from "@/lib/notebook/display";
import { formatNumber } from "@/lib/notebook/format";
import { spoken } from "@/lib/plot/visible";
import { Readout } from "./Readout";
import styles from "./Tokens.module.css";

type Token = TokensDisplay["tokens"][number];

/** Pieces of text on glass tiles, spaces visible; what is known of one is read on hover and by arrow keys. */
export function TokensOutput({ title, tokens, total }: TokensDisplay) {
  const [at, setAt] = useState<number>();
  const sentence = useId();
  const list = useRef<HTMLUListElement>(null);
  const tinted = tokens.some(({ probability }) => probability !== undefined);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = tokens.length - 1;
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -last, End: last };
    if (!Object.hasOwn(steps, event.key)) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(last, (at ?? 0) + steps[event.key]));
    list.current?.querySelector<HTMLElement>(`[data-token="${next}"]`)?.focus();
  };

  return (
    <figure className={styles.tokens} data-output="tokens">
      {title && <figcaption>{title}</figcaption>}
      <ul ref={list} aria-describedby={sentence} onKeyDown={onKeyDown} onMouseLeave={() => setAt(undefined)}>
        {tokens.map((token, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tokens repeat and never move
          <li key={i}>
            <span
              role="img"
              aria-label={toReading(token, i)}
              data-token={i}
              tabIndex={i === (at ?? 0) ? 0 : -1}
              className={styles.token}
              style={{ "--t": token.probability } as CSSProperties}
              onFocus={() => setAt(i)}
              onMouseEnter={() => setAt(i)}
            >
              <TokenTile text={token.text} tinted={token.probability !== undefined} />
            </span>
          </li>
        ))}
      </ul>
      <Readout
        id={sentence}
        sentence={`${total.toLocaleString("en-US")} ${total === 1 ? "token" : "tokens"}${tinted ? "; the stronger the tint, the more probable" : ""}`}
        reading={at === undefined ? undefined : toReading(tokens[at], at)}
      />
    </figure>
  );
}

/** "token 2, “ball”: probability 0.31, id 1204" */
function toReading({ text, probability, id }: Token, index: number): string {
  const facts = [
    probability !== undefined && `probability ${formatNumber(probability)}`,
    id !== undefined && `id ${id}`,
  ].filter(Boolean);
  return `token ${index}, “${spoken(text)}”${facts.length > 0 ? `: ${facts.join(", ")}` : ""}`;
}
