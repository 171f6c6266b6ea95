import { act, type ReactNode, useState } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { onTestFinished } from "vitest";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** When a reader may do something before a page has come alive. */
export const earlyMoments = ["before React looks", "while React takes over"] as const;

/**
 * Puts a page there as a server renders it, and lets React take it over; `reader` acts before that, or when React has
 * looked at the content and not yet taken over the page.
 */
export async function comeAlive(
  content: ReactNode,
  when: (typeof earlyMoments)[number],
  reader: () => void,
): Promise<void> {
  const early = when === "before React looks";
  const page = document.body.appendChild(document.createElement("div"));
  onTestFinished(() => page.remove());
  const withMeanwhile = (meanwhile: () => void) => (
    <>
      {content}
      <Meanwhile act={meanwhile} />
    </>
  );
  page.innerHTML = renderToString(withMeanwhile(() => {}));
  if (early) reader();
  await act(async () => void hydrateRoot(page, withMeanwhile(early ? () => {} : reader)));
}

function Meanwhile({ act }: { act(): void }) {
  useState(act);
  return null;
}
