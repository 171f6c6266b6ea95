"use client";

import { useEffect, useState } from "react";
import { useReady } from "@/components/ui/useReady";
import { keepActive } from "@/lib/assignment/active";
import { withBase } from "@/lib/base";
import { AssignmentPage } from "./AssignmentPage";
import styles from "./AssignmentPage.module.css";
import { PasteLink } from "./PasteLink";
import { stringsFor } from "./strings";
import { useAssignment } from "./useAssignment";

/** The page that an assignment's link opens: reads what follows the `#`, shows it, or says what is wrong with it. */
export function OpenedAssignment({ locale }: { locale: string }) {
  const words = stringsFor(locale);
  const ready = useReady();
  const [code, setCode] = useState<string>();
  useEffect(() => {
    const read = () => setCode(window.location.hash.slice(1));
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  const opened = useAssignment(code);
  const active = opened.status === "open" ? opened.code : undefined;
  useEffect(() => {
    if (active) keepActive(active);
  }, [active]);

  if (opened.status === "open")
    return (
      <AssignmentPage
        assignment={opened.assignment}
        code={opened.code}
        catalog={opened.catalog}
        words={stringsFor(opened.assignment.locale)}
      />
    );
  if (opened.status === "problem") {
    const { title, text } = words.problems[opened.problem];
    return (
      <div className={styles.page} data-problem={opened.problem}>
        <h1 className={styles.title}>{title}</h1>
        <p>{text}</p>
        {opened.message && <p className={styles.detail}>{opened.message}</p>}
        <PasteLink words={words} onPaste={(text) => setCode(text)} />
        <p>
          {words.lessonsStill} <a href={withBase(`/${locale}/`)}>{words.toCourse}</a>.
        </p>
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{words.kicker}</h1>
      {ready && <p role="status">{words.reading}</p>}
      <noscript>
        <p>
          An assignment travels inside its address, and reading it takes JavaScript, which is switched off
          here. The lessons can be read without: <a href={withBase(`/${locale}/`)}>go to the course</a>.
        </p>
      </noscript>
    </div>
  );
}
