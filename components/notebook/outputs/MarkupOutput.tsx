"use client";

import { useEffect, useState } from "react";
import type { MarkupDisplay } from "@/lib/notebook/display";
import type { DrawnMarkup } from "@/lib/notebook/drawn";
import styles from "./Markup.module.css";
import { Scrollable } from "./Scrollable";

type Props = DrawnMarkup & {
  /** Loads the sanitizer; only markup that the build has not drawn needs it. */
  load?: () => Promise<(markup: MarkupDisplay) => string>;
};

/** Typography that a cell asked for. It is set as HTML after the sanitizer has been over it, and never before. */
export function MarkupOutput({ drawn, language, source, load = loadSanitizer }: Props) {
  const [state, setState] = useState<{ clean?: string; failed?: boolean }>({});
  useEffect(() => {
    if (drawn !== undefined) return;
    let here = true;
    load()
      .then((sanitize) => ({ clean: sanitize({ kind: "markup", language, source }) }))
      .catch(() => ({ failed: true }))
      .then((next) => here && setState(next));
    return () => {
      here = false;
    };
  }, [drawn, language, source, load]);

  const clean = drawn ?? state.clean;
  if (clean === undefined)
    return (
      <pre className={styles.source} data-output="markup" data-pending={!state.failed || undefined}>
        {state.failed ? source : ""}
      </pre>
    );
  const inside = (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitized, see above; hostile inputs are tests.
    <div className={styles.markup} data-language={language} dangerouslySetInnerHTML={{ __html: clean }} />
  );
  return (
    <Scrollable label={language === "svg" ? "Drawing of the cell" : "Text of the cell"} output="markup">
      {language === "svg" ? (
        <div role="img" aria-label={titleOf(clean) ?? "Drawing"}>
          {inside}
        </div>
      ) : (
        inside
      )}
    </Scrollable>
  );
}

/** What the drawing says of itself, to those who cannot see it. */
function titleOf(svg: string): string | undefined {
  return /<title>([^<]+)<\/title>/.exec(svg)?.[1];
}

let sanitizer: Promise<(markup: MarkupDisplay) => string> | undefined;

function loadSanitizer() {
  sanitizer ??= Promise.all([import("dompurify"), import("@/lib/notebook/sanitize")]).then(
    ([{ default: createDOMPurify }, { createSanitizer }]) => createSanitizer(createDOMPurify(window)),
  );
  sanitizer.catch(() => {
    sanitizer = undefined;
  });
  return sanitizer;
}
