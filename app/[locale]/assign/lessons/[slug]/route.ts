import { loadDemos } from "@/app/demos";
import { findLesson, findLessons, findLocales } from "@/lib/content/lesson";
import type { Locale } from "@/lib/content/locale";
import { readOutline } from "@/lib/content/outline";

export const dynamic = "force-static";

/** `[slug]` is the file's name: `temperature.json`. */
export async function generateStaticParams() {
  const byLocale = await Promise.all((await findLocales()).map(findLessons));
  return byLocale.flat().map(({ locale, slug }) => ({ locale, slug: `${slug}.json` }));
}

interface Params {
  params: Promise<{ locale: string; slug: string }>;
}

/** The text of a lesson block by block, and what checks its exercises: for changed lessons and for reviews. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { locale, slug } = await params;
  const lesson = await findLesson(slug.replace(/\.json$/, ""), locale as Locale);
  if (!lesson) return new Response(null, { status: 404 });
  return Response.json((await readOutline(lesson, await loadDemos(lesson.folder))).detail);
}
