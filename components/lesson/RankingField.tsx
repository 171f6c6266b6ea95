"use client";

import { useRef, useState } from "react";
import styles from "./Predict.module.css";

interface RankingFieldProps {
  items: string[];
  /** The field's value are the items' indices in the reader's order: "2 0 1". */
  name: string;
  /** Once it may be known: the right order. */
  answer?: number[];
}

/** Items to bring into an order, with buttons that any pointer and any keyboard can press. */
export function RankingField({ items, name, answer }: RankingFieldProps) {
  const [order, setOrder] = useState(items.map((_, item) => item));
  const [moved, setMoved] = useState("");
  const list = useRef<HTMLOListElement>(null);

  const move = (place: number, by: 1 | -1) => {
    const next = [...order];
    [next[place], next[place + by]] = [next[place + by], next[place]];
    setOrder(next);
    setMoved(`${items[order[place]]}: now place ${place + by + 1} of ${items.length}`);
    // At either end the button that was pressed is disabled now, and the focus would be lost.
    const end = place + by === (by < 0 ? 0 : items.length - 1);
    requestAnimationFrame(() => {
      const wanted = end ? -by : by;
      list.current
        ?.querySelector<HTMLElement>(`[data-item="${order[place]}"] [data-by="${wanted}"]`)
        ?.focus();
    });
  };

  if (answer)
    return (
      <ol className={styles.ranking}>
        {answer.map((item) => (
          <li key={item}>{items[item]}</li>
        ))}
      </ol>
    );
  return (
    <>
      <input type="hidden" name={name} value={order.join(" ")} />
      <ol ref={list} className={styles.ranking}>
        {order.map((item, place) => (
          <li key={item} data-item={item}>
            <span>{items[item]}</span>
            {([-1, 1] as const).map((by) => (
              <button
                key={by}
                type="button"
                data-by={by}
                className={styles.move}
                aria-label={`Move ${items[item]} ${by < 0 ? "up" : "down"}`}
                disabled={place + by < 0 || place + by >= items.length}
                onClick={() => move(place, by)}
              >
                {by < 0 ? "↑" : "↓"}
              </button>
            ))}
          </li>
        ))}
      </ol>
      <span className="visually-hidden" aria-live="polite">
        {moved}
      </span>
    </>
  );
}
