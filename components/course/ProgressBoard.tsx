"use client";

import { useEffect, useState } from "react";
import { PageNote } from "@/components/ui/PageHead";
import { withBase } from "@/lib/base";
import { type Locale, stringsFor } from "@/lib/content/locale";
import type { PartToDo } from "@/lib/content/to-do";
import type { Obstacle } from "@/lib/progress/database";
import { findDueQuestions } from "@/lib/progress/due";
import { onObstacle } from "@/lib/progress/keeper";
import type { ProgressRecord } from "@/lib/progress/record";
import { summarize } from "@/lib/progress/summary";
import { Custody } from "./Custody";
import styles from "./ProgressPage.module.css";
import { useProgress } from "./useProgress";
import { Vial } from "./Vial";

interface BoardProps {
  locale: Locale;
  parts: readonly PartToDo[];
}

/** The rack of vials: one for each written lesson, filled as far as it has been read. */
export function ProgressBoard({ locale, parts }: BoardProps) {
  const strings = stringsFor(locale);
  const words = strings.progress;
  const records = useProgress();
  const obstacle = useObstacle();
  const written = parts.filter(({ lessons }) => lessons.length > 0);
  const planned = parts.reduce((sum, part) => sum + part.planned, 0);
  return (
    <>
      {obstacle && <PageNote>{strings.obstacles[obstacle]}</PageNote>}
      <Due locale={locale} parts={parts} records={records} />
      {written.map((part) => (
        <section key={part.id} className={styles.part} aria-labelledby={`part-${part.id}`}>
          <h2 id={`part-${part.id}`}>{part.title}</h2>
          <ul className={styles.rack}>
            {part.lessons.map((lesson) => {
              const summary = summarize(lesson, records ?? []);
              return (
                <li key={lesson.slug} data-lesson={lesson.slug} data-state={summary.state}>
                  <Vial
                    level={summary.sections.done / Math.max(1, summary.sections.of)}
                    done={summary.state === "done"}
                  />
                  <div>
                    <h3>
                      <a
                        href={withBase(
                          `/${locale}/learn/${lesson.slug}/${summary.place ? `#${summary.place.id}` : ""}`,
                        )}
                      >
                        {String(lesson.number).padStart(2, "0")} {lesson.title}
                      </a>
                    </h3>
                    <p className={styles.state}>{words.states[summary.state]}</p>
                    <p>{words.counts(summary)}</p>
                  </div>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {planned > 0 && (
        <p className={styles.planned}>
          {words.planned(planned)} <a href={withBase(`/${locale}/`)}>{strings.toMap}</a>
        </p>
      )}
      <Custody words={words} records={records} />
    </>
  );
}

/** Questions to answer once more, each leading to where it is asked. */
function Due({ locale, parts, records }: BoardProps & { records?: readonly ProgressRecord[] }) {
  const words = stringsFor(locale).progress;
  const asked = parts.flatMap((part) => part.lessons);
  const due = findDueQuestions(records ?? [], Date.now()).flatMap((id) => {
    const lesson = asked.find(({ questions }) => Object.hasOwn(questions, id));
    return lesson ? [{ id, slug: lesson.slug, question: lesson.questions[id] }] : [];
  });
  if (!records) return null;
  return (
    <section className={styles.due} aria-labelledby="due" data-due={due.length}>
      <h2 id="due">{words.due.title}</h2>
      <p>{due.length > 0 ? words.due.some(due.length) : words.due.none}</p>
      <ol>
        {due.map(({ id, slug, question }) => (
          <li key={id}>
            <a href={withBase(`/${locale}/learn/${slug}/#${id}`)}>{question}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}

function useObstacle(): Obstacle | undefined {
  const [obstacle, setObstacle] = useState<Obstacle>();
  useEffect(() => {
    const controller = new AbortController();
    onObstacle(controller.signal, setObstacle);
    return () => controller.abort();
  }, []);
  return obstacle;
}
