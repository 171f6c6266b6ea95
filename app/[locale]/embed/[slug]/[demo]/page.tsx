import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ComponentType } from "react";
import { loadDemos } from "@/app/demos";
import { EmbeddedDemo } from "@/components/lesson/EmbeddedDemo";
import { lessonComponents } from "@/components/mdx/registry";
import { findLesson, findLessons, findLocales } from "@/lib/content/lesson";
import type { Locale } from "@/lib/content/locale";
import { findDemoTag, readOutline } from "@/lib/content/outline";

export const dynamicParams = false;

interface Params {
  params: Promise<{ locale: string; slug: string; demo: string }>;
}

/** Every demo that a lesson's `controls.ts` names, on a page of its own. */
export async function generateStaticParams() {
  const lessons = (await Promise.all((await findLocales()).map(findLessons))).flat();
  const byLesson = await Promise.all(
    lessons.map(async (lesson) => {
      const { entry } = await readOutline(lesson, await loadDemos(lesson.folder));
      const demos = entry.parts.filter(({ kind }) => kind === "demo");
      return demos.map(({ id }) => ({ locale: lesson.locale, slug: lesson.slug, demo: id }));
    }),
  );
  return byLesson.flat();
}

async function lessonOf(params: Params["params"]) {
  const { locale, slug } = await params;
  return (await findLesson(slug, locale as Locale)) ?? notFound();
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { title } = await lessonOf(params);
  return { title: `${title} · Glassbox`, robots: "noindex" };
}

export default async function EmbedRoute({ params }: Params) {
  const lesson = await lessonOf(params);
  const { demo } = await params;
  const tag = findDemoTag(lesson, await loadDemos(lesson.folder), demo) ?? notFound();
  const demos: Record<string, ComponentType<never>> = await import(`@/lessons/${lesson.folder}/demos.tsx`);
  const { claims } = await import(`@/lessons/${lesson.folder}/claims.ts`);
  return (
    <EmbeddedDemo
      lesson={lesson}
      demo={demo}
      tag={tag}
      components={lessonComponents(lesson, demos, claims)}
    />
  );
}
