"use client";

import { useEffect, useState } from "react";
import type { CodeToken } from "@/lib/content/code-tokens";
import styles from "./CodeView.module.css";

interface CodeViewProps {
  code: string;
  /** By line: whether another version does not have it. */
  changed?: readonly boolean[];
  /** How a changed line is marked: in this version only, or gone from it. */
  mark?: "+" | "−";
  className?: string;
}

/** Code to be read, of a reader or of a link: text until the highlighter has come, and never HTML. */
export function CodeView({ className, ...code }: CodeViewProps) {
  return (
    <pre className={[styles.code, className].filter(Boolean).join(" ")}>
      <code>
        <CodeLines {...code} />
      </code>
    </pre>
  );
}

/** The lines alone, each a `.line`. */
export function CodeLines({ code, changed, mark }: Omit<CodeViewProps, "className">) {
  const lines = useTokens(code);
  return lines.map((line, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
    <span key={i} className="line" data-changed={changed?.[i] ? mark : undefined}>
      {line.map(({ text, color }, j) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nor have tokens
        <span key={j} style={{ color }}>
          {text}
        </span>
      ))}
      {i < lines.length - 1 && "\n"}
    </span>
  ));
}

/** The same, no taller than a part of the screen. */
export function ScrollingCode({ label, ...code }: CodeViewProps & { label: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls; a section would be a landmark
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it
    <div role="group" aria-label={label} tabIndex={0} className={styles.scroll}>
      <CodeView {...code} />
    </div>
  );
}

function useTokens(code: string): CodeToken[][] {
  const [known, setKnown] = useState<{ code: string; lines: CodeToken[][] }>();
  useEffect(() => {
    let wanted = true;
    import("@/lib/content/code-tokens")
      .then(({ tokenizeCode }) => tokenizeCode(code))
      .then((lines) => wanted && setKnown({ code, lines }))
      // Without colors it reads as well.
      .catch(() => {});
    return () => {
      wanted = false;
    };
  }, [code]);
  return known?.code === code ? known.lines : code.split("\n").map((text) => [{ text }]);
}
