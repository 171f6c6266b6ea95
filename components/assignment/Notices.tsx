"use client";

import { useEffect, useState } from "react";
import type { Assignment } from "@/lib/assignment/assignment";
import { type Catalog, findLesson, type LessonDetail } from "@/lib/assignment/catalog";
import { type Change, findChanges } from "@/lib/assignment/changes";
import { findChanged } from "@/lib/assignment/check";
import { loadDetail } from "@/lib/assignment/load";
import { formatTime, isZone } from "@/lib/assignment/time";
import { withBase } from "@/lib/base";
import styles from "./Notices.module.css";
import type { AssignmentStrings } from "./strings";

interface NoticesProps {
  assignment: Assignment;
  catalog?: Catalog;
  /** Seconds since 1970. */
  now: number;
  safe: boolean;
  words: AssignmentStrings;
}

/** When it is due, and all that is out of order, one line each. */
export function Notices({ assignment, catalog, now, safe, words }: NoticesProps) {
  const { due, made, locale } = assignment;
  const time = due && formatTime(due.at, isZone(due.zone) ? due.zone : undefined, locale);
  return (
    <div className={styles.notices}>
      {time && due && due.at >= now && <p className={styles.due}>{words.due(time)}</p>}
      {time && due && due.at < now && <p className={styles.warning}>{words.late(time)}</p>}
      {/* A day of grace: clocks of two machines are rarely the same. */}
      {now < made - 86_400 && (
        <p className={styles.warning}>{words.clock(formatTime(now, undefined, locale))}</p>
      )}
      {!safe && <p className={styles.warning}>{words.unsafe}</p>}
      {catalog &&
        findChanged(assignment, catalog).map((slug) => (
          <ChangedLesson key={slug} slug={slug} assignment={assignment} catalog={catalog} words={words} />
        ))}
    </div>
  );
}

interface ChangedLessonProps {
  slug: string;
  assignment: Assignment;
  catalog: Catalog;
  words: AssignmentStrings;
}

function ChangedLesson({ slug, assignment, catalog, words }: ChangedLessonProps) {
  const [open, setOpen] = useState(false);
  const lesson = findLesson(catalog, slug);
  const before = assignment.lessons.find((one) => one.slug === slug)?.prints ?? "";
  return (
    <details
      className={styles.warning}
      data-changed={slug}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {words.changed.some(lesson?.title ?? slug)} {words.changed.show}
      </summary>
      {open && lesson && (
        <Changes
          slug={slug}
          before={before}
          now={lesson.prints}
          locale={assignment.locale}
          titles={new Map(lesson.sections.map(({ id, title }) => [id, title]))}
          words={words}
        />
      )}
    </details>
  );
}

interface ChangesProps {
  slug: string;
  before: string;
  now: string;
  locale: string;
  titles: Map<string, string>;
  words: AssignmentStrings;
}

function Changes({ slug, before, now, locale, titles, words }: ChangesProps) {
  const [detail, setDetail] = useState<LessonDetail | "failed">();
  useEffect(() => {
    loadDetail(locale, slug).then(setDetail, () => setDetail("failed"));
  }, [locale, slug]);
  if (!detail) return <p>{words.loading}</p>;
  if (detail === "failed") return <p>{words.changed.failed}</p>;
  const changes = findChanges(before, now, detail.blocks);
  if (changes.length === 0) return <p>{words.changed.none}</p>;
  const added = changes.filter(({ kind }) => kind === "new").length;
  const gone = changes.reduce((sum, change) => sum + (change.kind === "gone" ? change.count : 0), 0);
  return (
    <>
      <p>
        {[added > 0 && words.changed.added(added), gone > 0 && words.changed.gone(gone)]
          .filter(Boolean)
          .join("; ")}
        . {words.changed.note}
      </p>
      <ol className={styles.changes}>
        {changes.map((change, i) => {
          const section = sectionOf(change);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is computed once.
            <li key={i} data-change={change.kind}>
              {section !== undefined && (
                <a href={`${withBase(`/${locale}/learn/${slug}/`)}#${section}`}>
                  {titles.get(section) ?? words.changed.toSection}
                </a>
              )}
              {change.kind === "new" ? (
                <pre className={styles.added}>{change.block.text}</pre>
              ) : (
                <p className={styles.gone}>{words.changed.goneHere(change.count)}</p>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

function sectionOf(change: Change): string | undefined {
  return change.kind === "new" ? change.block.section : change.section;
}
