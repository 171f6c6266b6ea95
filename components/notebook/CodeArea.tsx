"use client";

import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useImperativeHandle,
  useRef,
} from "react";
import { useSettled } from "@/components/ui/useSettled";
import styles from "./CodeArea.module.css";
import { CodeLines } from "./CodeView";
import type { EditorFile } from "./editor/file";
import { Highlighted } from "./Highlighted";
import { PlainEditor } from "./PlainEditor";
import { useEditor } from "./useEditor";

export interface CodeAreaHandle {
  /** Opens the editor if need be and puts the cursor on a 1-based line. */
  goTo(line: number): void;
}

export interface CodeAreaProps {
  /** Names the code to screen readers: "Code of softmax, by hand". */
  label: string;
  file: EditorFile;
  code: string;
  /** Build-time HTML of the author's code, shown until the reader changes it. Ours, so it may be set as HTML. */
  highlighted?: string;
  onChange(code: string): void;
  onRun(): void;
  /** Where the focus goes on Escape. */
  onLeave(): void;
  ref?: Ref<CodeAreaHandle>;
}

/** Highlighted code at once; a click or Enter puts an editor of the same shape in its place. */
export function CodeArea({ label, file, code, highlighted, onChange, onRun, onLeave, ref }: CodeAreaProps) {
  const { state, host, open, goTo, onPlainReady } = useEditor({
    label,
    file,
    code,
    onChange,
    onRun,
    onLeave,
  });
  const placeholder = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({ goTo }), [goTo]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) onRun();
    else open({ indenting: true });
  };
  const onClick = (event: MouseEvent) => {
    // Selecting text to copy it is not asking for an editor.
    if (window.getSelection()?.toString()) return;
    open({ line: lineAt(event, placeholder.current) });
  };

  const lines = code.split("\n").length;
  const size = { "--lines": lines } as CSSProperties;
  if (state === "plain")
    return (
      <>
        <PlainEditor {...{ label, code, onChange, onRun, onLeave }} style={size} onReady={onPlainReady} />
        <Printed code={code} />
      </>
    );
  return (
    <div className={styles.area} style={size} data-editor={state}>
      {state !== "open" && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls; this is code that becomes an editor
        <div
          ref={placeholder}
          role="group"
          aria-label={`${label}. Press Enter to edit.`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, and Enter opens the editor
          tabIndex={0}
          className={styles.placeholder}
          onClick={onClick}
          onKeyDown={onKeyDown}
        >
          {highlighted === undefined ? <CodeBlock code={code} /> : <Highlighted html={highlighted} />}
        </div>
      )}
      <div ref={host} className={styles.editor} hidden={state !== "open"} />
      {state === "open" && <Printed code={code} />}
    </div>
  );
}

function CodeBlock({ code }: { code: string }) {
  return (
    <pre>
      <code>
        <CodeLines code={code} />
      </code>
    </pre>
  );
}

/**
 * An editor draws only what is in sight, and cannot be printed: on paper this takes its place. It is colored when
 * the typing rests: there is no paper at every key.
 */
function Printed({ code }: { code: string }) {
  const settled = useSettled(code);
  return (
    <div className={`${styles.placeholder} ${styles.printed}`} data-printed="" aria-hidden="true">
      <CodeBlock code={settled} />
    </div>
  );
}

/** The 1-based line under the pointer. */
function lineAt(event: MouseEvent, placeholder: HTMLElement | null): number | undefined {
  const lines = [...(placeholder?.querySelectorAll(".line") ?? [])];
  const at = lines.findIndex((line) => event.clientY <= line.getBoundingClientRect().bottom);
  return at < 0 ? lines.length || undefined : at + 1;
}
