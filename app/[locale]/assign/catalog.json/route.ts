import { loadDemos } from "@/app/demos";
import type { Catalog } from "@/lib/assignment/catalog";
import { findLessons, findLocales } from "@/lib/content/lesson";
import type { Locale } from "@/lib/content/locale";
import { readOutline } from "@/lib/content/outline";

export const dynamic = "force-static";

export async function generateStaticParams() {
  return (await findLocales()).map((locale) => ({ locale }));
}

/** What can be assigned, in one language. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const lessons = await findLessons((await params).locale as Locale);
  const outlines = await Promise.all(
    lessons.map(async (lesson) => readOutline(lesson, await loadDemos(lesson.folder))),
  );
  return Response.json({ lessons: outlines.map(({ entry }) => entry) } satisfies Catalog);
}
