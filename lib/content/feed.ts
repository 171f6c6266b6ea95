import type { Lesson } from "./lesson";

type Changed = Pick<Lesson, "slug" | "title" | "summary" | "changes">;

interface FeedInfo {
  title: string;
  locale: string;
  /** Full address of the course in this language, where it is known; else links are relative to the feed. */
  home?: string;
}

/** New and changed lessons as an Atom feed, newest first: one entry for each change that a lesson names. */
export function toFeed(lessons: readonly Changed[], { title, locale, home }: FeedInfo): string {
  const entries = lessons
    .flatMap((lesson) => lesson.changes.map((change) => ({ ...change, lesson })))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const xml = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
    `<title>${escapeXml(title)}</title>`,
    `<id>${home ?? `urn:glassbox:${locale}`}</id>`,
    `<link href="${home ?? "./"}"/>`,
    ...(home ? [`<link rel="self" href="${home}feed.xml"/>`] : []),
    `<updated>${toTime(entries[0]?.date ?? "2026-01-01")}</updated>`,
    "<author><name>Glassbox contributors</name></author>",
    ...entries.map(({ date, what, lesson }) =>
      [
        "<entry>",
        `<title>${escapeXml(lesson.title)}</title>`,
        `<id>urn:glassbox:${locale}:${lesson.slug}:${date}</id>`,
        `<link href="${home ?? "./"}learn/${lesson.slug}/"/>`,
        `<updated>${toTime(date)}</updated>`,
        `<summary>${escapeXml(`${what} ${lesson.summary}`)}</summary>`,
        "</entry>",
      ].join(""),
    ),
    "</feed>",
  ];
  return `${xml.join("\n")}\n`;
}

function toTime(date: string): string {
  return `${date}T00:00:00Z`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
