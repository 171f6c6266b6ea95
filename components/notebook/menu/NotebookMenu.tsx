"use client";

import dynamic from "next/dynamic";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import styles from "./NotebookMenu.module.css";

const MenuPanel = dynamic(() => import("./MenuPanel").then((part) => part.MenuPanel), { ssr: false });

/** All that concerns the page's cells together: to hand them on, take them along, bring others in, start over. */
export function NotebookMenu() {
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDetailsElement>(null);
  // It may have been opened before the page came alive, when nobody heard of it.
  useEffect(() => setOpen(menu.current?.open ?? false), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !menu.current?.open) return;
    menu.current.open = false;
    menu.current.querySelector("summary")?.focus();
  };
  return (
    <details
      ref={menu}
      className={styles.menu}
      data-notebook-menu=""
      onKeyDown={onKeyDown}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Share, save…</summary>
      {open && <MenuPanel />}
    </details>
  );
}
