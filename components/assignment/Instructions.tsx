"use client";

import { useEffect, useState } from "react";
import styles from "./Instructions.module.css";

type Render = (source: string) => string;

let loaded: Promise<Render> | undefined;

/** The Markdown renderer weighs 60 kB, and most pages have nothing for it. */
function loadRenderer(): Promise<Render> {
  loaded ??= Promise.all([import("dompurify"), import("@/lib/assignment/markdown")]).then(
    ([{ default: createDOMPurify }, { createMarkdown }]) => createMarkdown(createDOMPurify(window)),
  );
  return loaded;
}

/** What the instructor wrote, as prose; as plain text until the renderer is there, or if it does not come. */
export function Instructions({ source }: { source: string }) {
  const [render, setRender] = useState<Render>();
  useEffect(() => {
    let here = true;
    loadRenderer().then(
      (found) => here && setRender(() => found),
      () => {
        loaded = undefined;
      },
    );
    return () => {
      here = false;
    };
  }, []);
  if (source.trim() === "") return null;
  if (!render) return <div className={styles.plain}>{source}</div>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: cut down to plain prose by lib/assignment/markdown.ts.
  return <div className={styles.prose} dangerouslySetInnerHTML={{ __html: render(source) }} />;
}
