import type { Metadata } from "next";
import { ProgressPage } from "@/components/course/ProgressPage";
import { findCourse } from "@/lib/content/course";
import { type Locale, stringsFor } from "@/lib/content/locale";
import { findToDo } from "@/lib/content/to-do";

interface Params {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { progress } = stringsFor((await params).locale as Locale);
  return { title: `${progress.title} · Glassbox`, description: progress.summary };
}

export default async function Progress({ params }: Params) {
  const locale = (await params).locale as Locale;
  return <ProgressPage locale={locale} parts={await findToDo(await findCourse(locale))} />;
}
