import { Home } from "@/components/lesson/Home";
import { findLessons } from "@/lib/content/lesson";
import { defaultLocale } from "@/lib/content/locale";

/** The bare address shows the course in the default language; there is no server to guess a better one. */
export default async function EntryPage() {
  return <Home locale={defaultLocale} lessons={await findLessons(defaultLocale)} />;
}
