"use client";

import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { useNotebook } from "../NotebookProvider";
import styles from "./NotebookMenu.module.css";

type Made = { kind: "link"; link: string } | { kind: "nothing" } | { kind: "large" };

/** Makes a link to the notebook as it stands; the link itself carries it, and no server learns of it. */
export function ShareLink() {
  const notebook = useNotebook();
  const [made, setMade] = useState<Made>();
  const make = async () => {
    const [{ findShared }, { writeLink }] = await Promise.all([
      import("@/lib/share/incoming"),
      import("@/lib/share/link"),
    ]);
    const shared = findShared(notebook.getState());
    if (shared.cells.length === 0 && Object.keys(shared.inputs).length === 0)
      return setMade({ kind: "nothing" });
    const fragment = await writeLink(shared);
    const { origin, pathname } = window.location;
    setMade(fragment ? { kind: "link", link: origin + pathname + fragment } : { kind: "large" });
  };
  return (
    <div className={styles.item}>
      <Button onClick={() => void make()}>Share as a link</Button>
      {made?.kind === "link" ? (
        <Link key={made.link} link={made.link} />
      ) : (
        <p role="status">{toSentence(made)}</p>
      )}
    </div>
  );
}

function toSentence(made: Made | undefined): string {
  if (made?.kind === "nothing")
    return "Your notebook is as the lesson has it: this page’s own address says it all.";
  if (made?.kind === "large")
    return "Your notebook is too large for a link, which holds 16 kB when compressed. Export a file instead.";
  return "It carries your cells and settings as they stand now. Who opens it sees them first; nothing runs by itself.";
}

function Link({ link }: { link: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean>();
  const id = useId();
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <div className={styles.link}>
      <label htmlFor={id} className="visually-hidden">
        Link to your notebook
      </label>
      <input ref={field} id={id} readOnly value={link} onFocus={(event) => event.target.select()} />
      <Button variant="primary" onClick={() => void copy()}>
        Copy
      </Button>
      <p role="status">{toNote(link.length, copied)}</p>
    </div>
  );
}

function toNote(length: number, copied: boolean | undefined): string {
  const size = `${length.toLocaleString("en-US")} characters`;
  if (copied === undefined) return `The link has ${size}.`;
  return copied
    ? `Copied: ${size}.`
    : "The browser does not let the page copy. The link is selected: copy it.";
}
