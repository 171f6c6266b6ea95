"use client";

import { TokenStream } from "@/components/model/TokenStream";
import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import { sameSettings } from "../presets";
import type { LessonStrings } from "../strings";
import styles from "./Compare.module.css";
import type { useWriting } from "./useWriting";
import { type Order, writeLimit } from "./write-out";

interface CompareWritingProps {
  orders: readonly Order[];
  works: readonly ReturnType<typeof useWriting>[];
  words: LessonStrings;
}

/** Two texts after the same prompt, from the same seed, one for each setting. */
export function CompareWriting({ orders, works, words }: CompareWritingProps) {
  const busy = works.some((work) => work.busy);
  const all = (act: (work: (typeof works)[number], order: Order) => void) =>
    works.forEach((work, i) => {
      act(work, orders[i]);
    });
  return (
    <div className={styles.writing}>
      <div className={demoStyles.buttons}>
        {busy ? (
          <Button variant="primary" onClick={() => all((work) => work.stop())}>
            {words.write.stop}
          </Button>
        ) : (
          <Button variant="primary" onClick={() => all((work, order) => work.start(order))}>
            {words.compare.both(writeLimit)}
          </Button>
        )}
      </div>
      <div className={styles.sides}>
        {works.map(
          ({ writing, busy: running }, i) =>
            writing && (
              <section
                key={words.compare.names[i]}
                className={styles.text}
                aria-label={words.compare.names[i]}
                data-writing={writing.status}
              >
                <TokenStream
                  label={`${words.compare.names[i]}: ${words.write.stream}`}
                  tokens={writing.tokens}
                  running={running}
                />
                <p role="status">
                  {words.compare.names[i]} · {words.settings(writing.order.settings, writing.order.seed)}
                  {writing.status === "ended" && `. ${words.write.ended}`}
                  {writing.status === "failed" && `. ${words.write.failed(writing.error ?? "")}`}
                  {writing.status === "waiting" && `. ${words.write.waiting}`}
                </p>
                {!running && isOld(writing.order, orders[i]) && (
                  <p className={demoStyles.waiting}>{words.write.changed}</p>
                )}
                <p className="visually-hidden" data-text>
                  {!running && writing.text}
                </p>
              </section>
            ),
        )}
      </div>
    </div>
  );
}

const isOld = (used: Order, now: Order) =>
  used.prompt !== now.prompt || !sameSettings(used.settings, now.settings);
