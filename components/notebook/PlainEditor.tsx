import { type CSSProperties, type KeyboardEvent, useEffect, useEffectEvent, useRef } from "react";
import styles from "./CodeArea.module.css";

interface PlainEditorProps {
  label: string;
  code: string;
  style: CSSProperties;
  onChange(code: string): void;
  onRun(): void;
  onLeave(): void;
  /** Gives the way to a 1-based line. */
  onReady(goTo: (line: number) => void): void;
}

/** A text area with the shape of the code: what touch screens type into best. */
export function PlainEditor({ label, code, style, onChange, onRun, onLeave, onReady }: PlainEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const ready = useEffectEvent(() => onReady((line) => area.current && goToLine(area.current, line)));
  useEffect(() => {
    area.current?.focus();
    ready();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onLeave();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onRun();
  };
  return (
    <div className={styles.area} style={style} data-editor="plain">
      <textarea
        ref={area}
        className={styles.plain}
        aria-label={label}
        value={code}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

function goToLine(area: HTMLTextAreaElement, line: number): void {
  const end = area.value.split("\n").slice(0, line).join("\n").length;
  area.focus();
  area.setSelectionRange(end, end);
}
