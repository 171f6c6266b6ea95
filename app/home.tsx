import type { ComponentType } from "react";
import { Home } from "@/components/lesson/Home";
import { findCourse, type Part } from "@/lib/content/course";
import type { Locale } from "@/lib/content/locale";

/** The front page, which stands at the bare address and in every language. */
export async function HomeIn({ locale }: { locale: Locale }) {
  const parts = await findCourse(locale);
  return <Home locale={locale} parts={parts} pictures={await findPictures(parts)} />;
}

/** What each lesson's `picture.tsx` draws, by slug. */
async function findPictures(parts: readonly Part[]): Promise<Record<string, ComponentType>> {
  const drawn = parts.flatMap(({ places }) =>
    places.flatMap(({ lesson }) => (lesson?.picture ? [lesson] : [])),
  );
  const pictures = drawn.map(async ({ slug, folder }) => {
    const { default: Picture } = await import(`@/lessons/${folder}/picture.tsx`);
    return [slug, Picture];
  });
  return Object.fromEntries(await Promise.all(pictures));
}
