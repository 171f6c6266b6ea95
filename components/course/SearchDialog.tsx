"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { type Locale, stringsFor } from "@/lib/content/locale";
import { type Hit, openSearch, type Search } from "@/lib/search/search";
import styles from "./Search.module.css";

export interface SearchDialogProps {
  locale: string;
  onClose: () => void;
}

type Found = { phase: "waiting" | "searching" | "failed" } | { phase: "found"; words: string; hits: Hit[] };

let opened: Promise<Search> | undefined;

/** Search over the whole course; links lead to the heading above the passage. */
export function SearchDialog({ locale, onClose }: SearchDialogProps) {
  const strings = stringsFor(locale as Locale).search;
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState("");
  const found = useFound(words.trim());
  const title = useId();

  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector("input")?.focus();
  }, []);

  /** Arrow keys go through the results and back to the words. */
  function move(event: KeyboardEvent<HTMLDialogElement>) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, li a")];
    stops[stops.indexOf(document.activeElement as HTMLElement) + step]?.focus();
  }

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={title}
      onClose={onClose}
      onKeyDown={move}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
    >
      <div className={styles.sheet}>
        <header className={styles.head}>
          <h2 id={title}>{strings.title}</h2>
          <button type="button" className={styles.close} onClick={() => dialog.current?.close()}>
            {strings.close}
          </button>
        </header>
        <input
          className={styles.input}
          type="search"
          aria-label={strings.label}
          placeholder={strings.label}
          autoComplete="off"
          spellCheck={false}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <p className={styles.status} role="status">
          {found.phase === "waiting" && strings.hint}
          {found.phase === "searching" && strings.searching}
          {found.phase === "failed" && strings.failed}
          {found.phase === "found" &&
            (found.hits.length > 0 ? strings.found(found.hits.length) : strings.none(found.words))}
        </p>
        {found.phase === "found" && <Hits hits={found.hits} onChoose={() => dialog.current?.close()} />}
      </div>
    </dialog>
  );
}

function Hits({ hits, onChoose }: { hits: readonly Hit[]; onChoose: () => void }) {
  return (
    <ol className={styles.hits}>
      {hits.map(({ title, address, passages }) => (
        <li key={address}>
          <p className={styles.page}>
            <a href={address} onClick={onChoose}>
              {title}
            </a>
          </p>
          <ul>
            {passages.map((passage) => (
              <li key={passage.address}>
                <a href={passage.address} onClick={onChoose}>
                  {passage.title !== title && <strong>{passage.title}</strong>}
                  <span>
                    {passage.excerpt.map(({ text, found }, i) =>
                      // biome-ignore lint/suspicious/noArrayIndexKey: segments have nothing but their place
                      found ? <mark key={i}>{text}</mark> : text,
                    )}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** What the index says to `words`; the newest question wins. */
function useFound(words: string): Found {
  const [found, setFound] = useState<Found>({ phase: "waiting" });
  useEffect(() => {
    // Fetched while the reader types the first word.
    opened ??= openSearch();
    opened.catch(() => {
      opened = undefined;
      setFound({ phase: "failed" });
    });
    if (words === "") {
      setFound({ phase: "waiting" });
      return;
    }
    const controller = new AbortController();
    setFound((old) => (old.phase === "found" ? old : { phase: "searching" }));
    opened
      .then((search) => search(controller.signal, words))
      .then(
        (hits) => setFound({ phase: "found", words, hits }),
        () => controller.signal.aborted || setFound({ phase: "failed" }),
      );
    return () => controller.abort();
  }, [words]);
  return found;
}
