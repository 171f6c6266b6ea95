import { notFound } from "next/navigation";
import type { Citation } from "@/lib/content/cite";
import { findLesson, findLessons, findLocales, type Lesson } from "@/lib/content/lesson";
import type { Locale } from "@/lib/content/locale";
import { readOutline } from "@/lib/content/outline";
import { toFullAddress } from "@/lib/site";

export interface LessonParams {
  params: Promise<{ locale: string; slug: string }>;
}

/** Every lesson in every language, for routes below `learn/[slug]`. */
export async function listLessonParams() {
  const byLocale = await Promise.all((await findLocales()).map(findLessons));
  return byLocale.flat().map(({ locale, slug }) => ({ locale, slug }));
}

export async function lessonOf(params: LessonParams["params"]): Promise<Lesson> {
  const { locale, slug } = await params;
  return (await findLesson(slug, locale as Locale)) ?? notFound();
}

/** What to cite of a lesson as it is now. */
export async function citationOf(lesson: Lesson): Promise<Citation> {
  const { slug, number, title, locale, changes } = lesson;
  const { entry } = await readOutline(lesson, {});
  const [date] = changes.map((change) => change.date).sort((a, b) => (a < b ? 1 : -1));
  return { slug, number, title, date, version: entry.hash, url: toFullAddress(`/${locale}/learn/${slug}/`) };
}
