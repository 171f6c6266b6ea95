"use client";

import { useSyncExternalStore } from "react";
import { read, subscribe, type Theme, write } from "@/lib/theme";
import styles from "./ThemeSwitch.module.css";

const themes = ["auto", "light", "dark"] as const;

/** Day, night, or as the system has it. */
export function ThemeSwitch({ label, names }: { label: string; names: Record<Theme, string> }) {
  const theme = useSyncExternalStore(subscribe, read, () => "auto" as const);
  return (
    <fieldset className={styles.switch} data-screen-only="">
      <legend className="visually-hidden">{label}</legend>
      {themes.map((name) => (
        <label key={name} className={styles.option}>
          <input
            type="radio"
            name="theme"
            value={name}
            checked={theme === name}
            onChange={() => write(name)}
            className="visually-hidden"
          />
          {names[name]}
        </label>
      ))}
    </fieldset>
  );
}
