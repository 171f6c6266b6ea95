"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import styles from "./Search.module.css";
import type { SearchDialogProps } from "./SearchDialog";

/** Where a slash is a slash. */
const typing = "input, textarea, select, [contenteditable], [role=textbox], .monaco-editor, dialog[open]";

/** The button that opens the search, and the key that does. What it opens is fetched then. */
export function Search({ locale, label }: { locale: string; label: string }) {
  const [Dialog, setDialog] = useState<ComponentType<SearchDialogProps>>();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (event.key !== "/" || !plain || (event.target as Element).closest?.(typing)) return;
      event.preventDefault();
      button.current?.click();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);

  async function show() {
    setOpen(true);
    const { SearchDialog } = await import("./SearchDialog");
    setDialog(() => SearchDialog);
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-haspopup="dialog"
        aria-keyshortcuts="/"
        onClick={show}
      >
        <Glass /> {label}{" "}
        <span className={styles.key} aria-hidden="true">
          /
        </span>
      </button>
      {open && Dialog && <Dialog locale={locale} onClose={() => setOpen(false)} />}
    </>
  );
}

function Glass() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" fill="none" stroke="currentColor">
      <circle cx="6.5" cy="6.5" r="4.5" strokeWidth="1.4" />
      <path d="m10 10 4.5 4.5" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}
