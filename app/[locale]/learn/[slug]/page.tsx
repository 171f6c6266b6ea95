import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ComponentType } from "react";
import { LessonPage } from "@/components/lesson/LessonPage";
import { lessonComponents } from "@/components/mdx/registry";
import { findCourse } from "@/lib/content/course";
import { findLesson, findLessons, findLocales } from "@/lib/content/lesson";
import type { Locale } from "@/lib/content/locale";

export const dynamicParams = false;

interface Params {
  params: Promise<{ locale: string; slug: string }>;
}

export async function generateStaticParams() {
  const byLocale = await Promise.all((await findLocales()).map(findLessons));
  return byLocale.flat().map(({ locale, slug }) => ({ locale, slug }));
}

async function lessonOf(params: Params["params"]) {
  const { locale, slug } = await params;
  return (await findLesson(slug, locale as Locale)) ?? notFound();
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { title, summary } = await lessonOf(params);
  return { title: `${title} · Glassbox`, description: summary };
}

export default async function Page({ params }: Params) {
  const lesson = await lessonOf(params);
  const demos: Record<string, ComponentType<never>> = await import(`@/lessons/${lesson.folder}/demos.tsx`);
  const { claims } = await import(`@/lessons/${lesson.folder}/claims.ts`);
  const places = (await findCourse(lesson.locale)).flatMap((part) => part.places);
  return <LessonPage lesson={lesson} places={places} components={lessonComponents(lesson, demos, claims)} />;
}
