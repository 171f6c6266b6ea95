"use client";

import { useEffect, useState } from "react";
import { type Citation, toBibtex, toCslJson } from "@/lib/content/cite";
import styles from "./CiteThis.module.css";

interface CiteThisProps {
  citation: Citation;
  words: { title: string; version: string };
}

/** How to cite this very version; the same stands in `cite.bib` and `cite.json` beside the page. */
export function CiteThis({ citation, words }: CiteThisProps) {
  // Where the build was not told the site's address, the browser knows it.
  const [here, setHere] = useState<string>();
  useEffect(() => setHere(location.origin + location.pathname), []);
  const whole = { ...citation, url: citation.url ?? here };
  return (
    <details className={styles.cite} data-pagefind-ignore="">
      <summary>
        {words.title} <span className={styles.version}>{words.version} </span>
        <code>{citation.version}</code>
      </summary>
      <p className={styles.format}>
        BibTeX, <a href="cite.bib">cite.bib</a>
      </p>
      <pre>{toBibtex(whole)}</pre>
      <p className={styles.format}>
        CSL-JSON, <a href="cite.json">cite.json</a>
      </p>
      <pre>{toCslJson(whole)}</pre>
    </details>
  );
}
