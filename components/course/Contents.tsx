"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { Section } from "@/lib/content/text-parts";
import { findCurrent, findLevel } from "@/lib/progress/scroll-place";
import styles from "./Contents.module.css";
import { useProgress } from "./useProgress";

interface ContentsProps {
  lesson: string;
  sections: readonly Section[];
  words: { contents: string; read: string };
}

/**
 * The sections of a lesson as marks on a glass tube that fills as the reader goes down the page. Beside the text
 * where there is room, above it where there is not; on a phone it opens on demand.
 */
export function Contents({ lesson, sections, words }: ContentsProps) {
  const nav = useRef<HTMLElement>(null);
  const current = useScrollPlace(sections, nav);
  const records = useProgress();
  const isRead = (id: string) =>
    records?.some((record) => record.kind === "section" && record.lesson === lesson && record.id === id);
  return (
    <nav ref={nav} className={styles.contents} aria-labelledby="contents">
      <p className={styles.label} aria-hidden="true">
        {words.contents}
      </p>
      <details className={styles.details}>
        <summary id="contents">{words.contents}</summary>
        <ol>
          {sections.map(({ id, title }) => (
            <li key={id} data-read={isRead(id) || undefined}>
              <a href={`#${id}`} aria-current={id === current ? "location" : undefined}>
                {title}
                {isRead(id) && <span className="visually-hidden"> ({words.read})</span>}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

/** The section at hand; the level of the tube is set on `nav` itself, for it changes with every frame. */
function useScrollPlace(
  sections: readonly Section[],
  nav: RefObject<HTMLElement | null>,
): string | undefined {
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    const ids = sections.map(({ id }) => id);
    const text = document.getElementById(ids[0] ?? "")?.parentElement;
    let frame: number | undefined;
    const look = () => {
      frame = undefined;
      setCurrent(findCurrent(ids));
      if (text) nav.current?.style.setProperty("--level", (findLevel(ids, text) / ids.length).toFixed(4));
    };
    const soon = () => {
      frame ??= requestAnimationFrame(look);
    };
    look();
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    return () => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      removeEventListener("scroll", soon);
      removeEventListener("resize", soon);
    };
  }, [sections, nav]);
  return current;
}
