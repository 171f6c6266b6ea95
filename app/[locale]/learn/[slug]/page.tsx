import type { Metadata } from "next";
import type { ComponentType } from "react";
import { citationOf, type LessonParams, lessonOf, listLessonParams } from "@/app/lessons";
import { LessonPage } from "@/components/lesson/LessonPage";
import { lessonComponents } from "@/components/mdx/registry";
import { findCourse } from "@/lib/content/course";
import { toFullAddress } from "@/lib/site";

export const dynamicParams = false;
export const generateStaticParams = listLessonParams;

export async function generateMetadata({ params }: LessonParams): Promise<Metadata> {
  const { title, summary, locale, slug } = await lessonOf(params);
  // Other sites fetch the picture by its full address or not at all.
  const preview = toFullAddress(`/${locale}/learn/${slug}/preview.png`);
  const oembed = toFullAddress(`/${locale}/learn/${slug}/oembed.json`);
  const images = preview ? [{ url: preview, width: 1200, height: 630 }] : undefined;
  return {
    title: `${title} · Glassbox`,
    description: summary,
    alternates: oembed ? { types: { "application/json+oembed": oembed } } : undefined,
    openGraph: { type: "article", siteName: "Glassbox", title, description: summary, images },
    twitter: { card: preview ? "summary_large_image" : "summary" },
  };
}

export default async function Page({ params }: LessonParams) {
  const lesson = await lessonOf(params);
  const demos: Record<string, ComponentType<never>> = await import(`@/lessons/${lesson.folder}/demos.tsx`);
  const { claims } = await import(`@/lessons/${lesson.folder}/claims.ts`);
  return (
    <LessonPage
      lesson={lesson}
      places={(await findCourse(lesson.locale)).flatMap((part) => part.places)}
      citation={await citationOf(lesson)}
      components={lessonComponents(lesson, demos, claims)}
    />
  );
}
