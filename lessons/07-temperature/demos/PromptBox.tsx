"use client";

import { memo } from "react";
import { useControlRule } from "@/components/controls/ControlRules";
import { TextBox } from "@/components/controls/TextBox";
import { TokenTile } from "@/components/plot/TokenTile";
import type { LessonStrings } from "../strings";
import styles from "./PromptBox.module.css";
import type { Demo } from "./useDemo";

interface PromptBoxProps {
  demo: Demo;
  words: LessonStrings;
  tiles?: boolean;
}

/** The prompt and, under it, the tokens the model really sees. */
export const PromptBox = memo(function PromptBox({ demo, words, tiles = true }: PromptBoxProps) {
  const rule = useControlRule("prompt");
  const { prediction, stale, error } = demo;
  const written = prediction.tokens.slice(1);
  const note = written.length === 0 ? words.prompt.empty : words.prompt.count(written.length);
  if (rule === "hidden") return null;
  return (
    <div className={styles.prompt}>
      <TextBox
        name="prompt"
        label={words.prompt.label}
        value={demo.prompt}
        note={stale ? undefined : note}
        rows={2}
        error={error}
        onChange={demo.write}
      />
      {tiles && (
        <PromptTokens
          tokens={prediction.tokens}
          vocabulary={prediction.vocabulary}
          stale={stale}
          words={words}
        />
      )}
    </div>
  );
});

interface PromptTokensProps {
  tokens: readonly number[];
  vocabulary: readonly string[];
  stale?: string;
  words: LessonStrings;
}

/** Memoized: up to a whole context of tiles, which sliders do not touch. */
const PromptTokens = memo(function PromptTokens({ tokens, vocabulary, stale, words }: PromptTokensProps) {
  return (
    <ol className={styles.tokens} aria-label={words.prompt.tokens} data-stale={stale}>
      <li>
        <TokenTile text="" special={words.special.start} />
      </li>
      {tokens.slice(1).map((token, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the text.
        <li key={`${i}-${token}`}>
          <TokenTile text={vocabulary[token]} special={token === 0 ? words.special.end : undefined} />
        </li>
      ))}
    </ol>
  );
});
