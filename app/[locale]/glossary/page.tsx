import type { Metadata } from "next";
import { Glossary } from "@/components/course/Glossary";
import { findGlossary } from "@/lib/content/glossary";
import { type Locale, stringsFor } from "@/lib/content/locale";

interface Params {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { glossary } = stringsFor((await params).locale as Locale);
  return { title: `${glossary.title} · Glassbox`, description: glossary.summary };
}

export default async function GlossaryPage({ params }: Params) {
  const locale = (await params).locale as Locale;
  return <Glossary locale={locale} entries={await findGlossary(locale)} />;
}
