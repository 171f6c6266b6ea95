import { defaultLocale } from "@/lib/content/locale";
import { HomeIn } from "../home";

/** The bare address shows the course in the default language; there is no server to guess a better one. */
export default function EntryPage() {
  return <HomeIn locale={defaultLocale} />;
}
