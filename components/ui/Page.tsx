import type { ReactNode } from "react";
import { Search } from "@/components/course/Search";
import type { Strings } from "@/lib/content/locales/en";
import { Logo } from "./Logo";
import styles from "./Page.module.css";
import { ThemeSwitch } from "./ThemeSwitch";

interface PageProps {
  /** Address of the course map; the other pages of the course stand below it. */
  home: string;
  strings: Strings;
  /** For what is looked at rather than read: the page is wider than a column and its margin. */
  wide?: boolean;
  children: ReactNode;
}

/** The frame of every page: skip link, a line with the name, the course's pages and the lamp switch, the foot. */
export function Page({ home, strings, wide, children }: PageProps) {
  return (
    <div className={styles.page} data-wide={wide || undefined}>
      <link rel="alternate" type="application/atom+xml" title="Glassbox" href={`${home}feed.xml`} />
      <a href="#main" className="skip-link">
        {strings.skip}
      </a>
      <header className={styles.header}>
        <a href={home} className={styles.name}>
          <Logo /> Glassbox
        </a>
        <nav className={styles.pages} aria-label={strings.pages.label}>
          <a href={`${home}glossary/`}>{strings.pages.glossary}</a>
          <a href={`${home}models/`}>{strings.pages.models}</a>
          <a href={`${home}progress/`}>{strings.pages.progress}</a>
          <Search locale={strings.locale} label={strings.search.open} />
        </nav>
        <ThemeSwitch label={strings.theme} names={strings.themes} />
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <footer className={styles.footer}>
        {strings.footer} <a href={`${home}assign/`}>{strings.pages.teach}</a> ·{" "}
        <a href={`${home}feed.xml`}>{strings.pages.feed}</a>
      </footer>
    </div>
  );
}
