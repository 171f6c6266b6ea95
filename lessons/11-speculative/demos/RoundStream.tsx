"use client";

import { memo } from "react";
import { TokenTile } from "@/components/plot/TokenTile";
import type { LessonStrings } from "../strings";
import type { Fate, RoundView } from "../view";
import styles from "./RoundStream.module.css";

const shown: Fate[] = ["accepted", "rejected", "corrected", "added"];

/** The rounds as tiles in a row: kept, struck out, and what the target put there. */
export function RoundStream({
  rounds,
  words,
  running,
}: {
  rounds: readonly RoundView[];
  words: LessonStrings["rounds"];
  running?: boolean;
}) {
  return (
    <>
      <ol className={styles.stream} aria-label={words.stream} aria-busy={running}>
        {rounds.map((round, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a round is its place in the text.
          <Round key={i} round={round} words={words} />
        ))}
      </ol>
      <ul className={styles.legend} aria-label={words.legend}>
        {shown.map((fate) => (
          <li key={fate}>
            <span className={styles.piece} data-fate={fate} aria-hidden="true">
              <TokenTile text="a" />
            </span>
            {words.fates[fate]}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Memoized: a new round draws one round. */
const Round = memo(function Round({ round, words }: { round: RoundView; words: LessonStrings["rounds"] }) {
  return round.pieces.map((piece, i) => (
    <li
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the round.
      key={i}
      className={styles.piece}
      data-fate={piece.fate}
      data-first={i === 0 || undefined}
      title={words.piece(piece)}
    >
      <TokenTile text={piece.text} special={piece.token === 0 ? words.special : undefined} />
      <span className="visually-hidden"> {words.fates[piece.fate]}</span>
    </li>
  ));
});
