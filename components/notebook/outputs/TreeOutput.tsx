"use client";

import { type CSSProperties, type KeyboardEvent, useRef, useState } from "react";
import type { TreeDisplay } from "@/lib/notebook/display";
import styles from "./Tree.module.css";
import { findPosition, findShown, moveInTree, opens } from "./tree";

/** A value that opens part by part, by pointer and as a tree by keyboard. The first level stands open. */
export function TreeOutput({ lines }: TreeDisplay) {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set([0]));
  const [at, setAt] = useState(0);
  const tree = useRef<HTMLDivElement>(null);
  const shown = findShown(lines, open);

  const toggle = (line: number, wanted = !open.has(line)) => {
    const next = new Set(open);
    if (wanted) next.add(line);
    else next.delete(line);
    setOpen(next);
    // The line that had the focus may be gone now.
    if (!findShown(lines, next).includes(at)) setAt(line);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = moveInTree(event.key, lines, open, at);
    if (!step) return;
    event.preventDefault();
    if ("open" in step) toggle(step.open, true);
    else if ("close" in step) toggle(step.close, false);
    else tree.current?.querySelector<HTMLElement>(`[data-line="${step.to}"]`)?.focus();
  };

  return (
    <div
      ref={tree}
      role="tree"
      aria-label="Value"
      className={styles.tree}
      data-output="tree"
      onKeyDown={onKeyDown}
    >
      {shown.map((line) => {
        const { depth, key, text, type } = lines[line];
        const { position, size } = findPosition(lines, line);
        const branch = opens(lines, line);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keys of all its lines.
          <div
            key={line}
            role="treeitem"
            data-line={line}
            data-branch={branch || undefined}
            aria-level={depth + 1}
            aria-posinset={position}
            aria-setsize={size}
            aria-expanded={branch ? open.has(line) : undefined}
            aria-selected={line === at}
            tabIndex={line === at ? 0 : -1}
            className={styles.line}
            style={{ "--depth": depth } as CSSProperties}
            onFocus={() => setAt(line)}
            onClick={() => branch && toggle(line)}
          >
            {key !== undefined && <span className={styles.key}>{key}: </span>}
            <span className={styles.value} data-type={type}>
              {text}
            </span>
          </div>
        );
      })}
    </div>
  );
}
