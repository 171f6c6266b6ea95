import type { Metadata } from "next";
import { ModelsPage } from "@/components/models/ModelsPage";
import { findLessons } from "@/lib/content/lesson";
import { type Locale, stringsFor } from "@/lib/content/locale";
import { findModels } from "@/lib/content/models";

interface Params {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { models } = stringsFor((await params).locale as Locale);
  return { title: `${models.title} · Glassbox`, description: models.summary };
}

export default async function Models({ params }: Params) {
  const locale = (await params).locale as Locale;
  return <ModelsPage locale={locale} models={await findModels(await findLessons(locale))} />;
}
