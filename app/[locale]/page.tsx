import type { Locale } from "@/lib/content/locale";
import { HomeIn } from "../home";

export default async function HomePage({ params }: { params: Promise<{ locale: string }> }) {
  return <HomeIn locale={(await params).locale as Locale} />;
}
