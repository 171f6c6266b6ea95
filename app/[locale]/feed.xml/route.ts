import { toFeed } from "@/lib/content/feed";
import { findLessons, findLocales } from "@/lib/content/lesson";
import { type Locale, stringsFor } from "@/lib/content/locale";
import { toFullAddress } from "@/lib/site";

export const dynamic = "force-static";

export async function generateStaticParams() {
  return (await findLocales()).map((locale) => ({ locale }));
}

/** New and changed lessons, for feed readers. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const locale = (await params).locale as Locale;
  const title = `Glassbox: ${stringsFor(locale).tagline}`;
  return new Response(
    toFeed(await findLessons(locale), { title, locale, home: toFullAddress(`/${locale}/`) }),
  );
}
