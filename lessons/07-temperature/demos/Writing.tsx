"use client";

import { memo, type RefObject, useCallback, useId, useState } from "react";
import { TokenStream } from "@/components/model/TokenStream";
import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import type { LessonStrings } from "../strings";
import { Alternatives } from "./Alternatives";
import { Remark } from "./Remark";
import type { useWriting } from "./useWriting";
import styles from "./Writing.module.css";
import { type Order, writeLimit } from "./write-out";

interface WritingProps {
  /** What "Write" would be given; may lag behind a moving slider. */
  order: Order;
  /** The same, without the lag. */
  newest: RefObject<Order>;
  work: ReturnType<typeof useWriting>;
  words: LessonStrings;
  onSeed: (seed: number) => void;
  onUse: (text: string) => void;
}

/** Lets the model write on, token by token, and shows how each token was drawn. */
export const WritingDesk = memo(function WritingDesk(props: WritingProps) {
  const { order, newest, work, words, onSeed, onUse } = props;
  const { writing, busy, start, stop } = work;
  const [selected, setSelected] = useState<number>();
  const [copied, setCopied] = useState(false);
  const panel = useId();
  const toggle = useCallback(
    (index: number) => setSelected((now) => (now === index ? undefined : index)),
    [],
  );
  const token = selected === undefined ? undefined : writing?.tokens[selected];

  function begin() {
    setSelected(undefined);
    setCopied(false);
    start(newest.current);
  }

  return (
    <div className={styles.desk} data-writing={writing?.status}>
      <div className={demoStyles.buttons}>
        {busy ? (
          <Button variant="primary" onClick={stop}>
            {words.write.stop}
          </Button>
        ) : (
          <Button variant="primary" onClick={begin}>
            {words.write.button(writeLimit)}
          </Button>
        )}
        <Button onClick={() => onSeed(newest.current.seed + 1)}>{words.write.nextSeed}</Button>
        <span className={styles.seed}>{words.write.seed(order.seed)}</span>
        {writing && writing.tokens.length > 0 && !busy && (
          <>
            <Button
              onClick={async () => {
                await navigator.clipboard.writeText(writing.order.prompt + writing.text);
                setCopied(true);
              }}
            >
              {copied ? words.write.copied : words.write.copy}
            </Button>
            <Button onClick={() => onUse(writing.order.prompt + writing.text)}>{words.write.use}</Button>
          </>
        )}
      </div>
      {writing && (
        <>
          {(busy || writing.tokens.length > 0) && (
            <TokenStream
              label={words.write.stream}
              tokens={writing.tokens}
              selected={selected}
              onSelect={toggle}
              controls={panel}
              running={busy}
            />
          )}
          <div id={panel}>
            {token && (
              <Alternatives
                written={token}
                position={selected! + 1}
                words={words}
                onClose={() => setSelected(undefined)}
              />
            )}
          </div>
          <Remark work={work} order={order} words={words} />
          {writing.tokens.length > 0 && !busy && (
            <details className={styles.plain}>
              <summary>{words.write.plain}</summary>
              <p data-text>{writing.text}</p>
            </details>
          )}
        </>
      )}
    </div>
  );
});
