import type { ComponentType } from "react";
import { Home } from "@/components/lesson/Home";
import { findCourse, type Part } from "@/lib/content/course";
import type { Locale } from "@/lib/content/locale";
import { pictureOf } from "./pictures";

/** The front page, which stands at the bare address and in every language. */
export async function HomeIn({ locale }: { locale: Locale }) {
  const parts = await findCourse(locale);
  return <Home locale={locale} parts={parts} pictures={await findPictures(parts)} />;
}

/** The pictures of all written lessons, by slug. */
async function findPictures(parts: readonly Part[]): Promise<Record<string, ComponentType>> {
  const lessons = parts.flatMap(({ places }) => places.flatMap(({ lesson }) => lesson ?? []));
  const pictures = lessons.map(async (lesson) => [lesson.slug, await pictureOf(lesson)] as const);
  const found = (await Promise.all(pictures)).flatMap(([slug, picture]) =>
    picture ? [[slug, picture] as const] : [],
  );
  return Object.fromEntries(found);
}
