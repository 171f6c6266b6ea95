import type { ReactNode } from "react";
import type { Strings } from "@/lib/content/locales/en";
import { Logo } from "./Logo";
import styles from "./Page.module.css";
import { ThemeSwitch } from "./ThemeSwitch";

/** The frame of every page: skip link, a line with the name and the lamp switch, the foot. */
export function Page({ home, strings, children }: { home: string; strings: Strings; children: ReactNode }) {
  return (
    <>
      <a href="#main" className="skip-link">
        {strings.skip}
      </a>
      <header className={styles.header}>
        <a href={home} className={styles.name}>
          <Logo /> Glassbox
        </a>
        <ThemeSwitch label={strings.theme} names={strings.themes} />
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <footer className={styles.footer}>{strings.footer}</footer>
    </>
  );
}
