import { Home } from "@/components/lesson/Home";
import { findLessons } from "@/lib/content/lesson";
import type { Locale } from "@/lib/content/locale";

export default async function HomePage({ params }: { params: Promise<{ locale: string }> }) {
  const locale = (await params).locale as Locale;
  return <Home locale={locale} lessons={await findLessons(locale)} />;
}
