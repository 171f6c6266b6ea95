"use client";

import dynamic from "next/dynamic";
import { useEffect, useRef } from "react";
import type { Visit } from "@/lib/share/visit";
import { useVisit, useWork } from "../work/WorkProvider";
import styles from "./Incoming.module.css";

const Stage = dynamic(() => import("./Stage").then((part) => part.Stage), { ssr: false });

/** A notebook that came in a link or a file: offered, shown, and used only when the reader says so. */
export function Incoming() {
  const visit = useWork()?.visit;
  const state = useVisit();
  const banner = useRef<HTMLElement>(null);
  useLink(visit);
  // What the reader asked for or clicked on is gone by now; a link that opens with the page waits to be found.
  const asked = state.stage !== "none" && !(state.stage === "offered" && state.from.kind === "link");
  // biome-ignore lint/correctness/useExhaustiveDependencies: each stage takes the place of the one before
  useEffect(() => {
    if (asked) banner.current?.focus();
  }, [asked, state.stage]);
  if (!visit || state.stage === "none") return null;
  return (
    <section
      ref={banner}
      tabIndex={-1}
      className={styles.banner}
      data-incoming={state.stage}
      aria-label="Notebook from elsewhere"
    >
      <Stage visit={visit} state={state} />
    </section>
  );
}

/** Reads the notebook in the page's address, if there is one, now and whenever the address changes. */
function useLink(visit: Visit | undefined): void {
  useEffect(() => {
    if (!visit) return;
    const read = async () => {
      if (!window.location.hash.startsWith("#nb=")) return;
      const { readLink, linkProblems } = await import("@/lib/share/link");
      const link = await readLink(window.location.hash);
      if ("notebook" in link) visit.offer({ kind: "link" }, link.notebook);
      else visit.refuse({ kind: "link" }, linkProblems[link.problem]);
    };
    void read();
    const onChange = () => void read();
    window.addEventListener("hashchange", onChange);
    return () => window.removeEventListener("hashchange", onChange);
  }, [visit]);
}
