import type { Metadata } from "next";
import { ReviewSlot } from "@/components/assignment/review/ReviewSlot";
import { stringsFor as wordsFor } from "@/components/assignment/strings";
import { Page } from "@/components/ui/Page";
import { withBase } from "@/lib/base";
import { type Locale, stringsFor } from "@/lib/content/locale";

export const metadata: Metadata = { title: "Review receipts · Glassbox", robots: "noindex" };

export default async function ReviewRoute({ params }: { params: Promise<{ locale: string }> }) {
  const locale = (await params).locale as Locale;
  const { review } = wordsFor(locale);
  return (
    <Page home={withBase(`/${locale}/`)} strings={stringsFor(locale)}>
      <h1>{review.title}</h1>
      <p>
        {review.intro} <a href={withBase(`/${locale}/review/receipts/`)}>{review.proof}</a>
      </p>
      <noscript>
        <p>{review.noScript}</p>
      </noscript>
      <ReviewSlot locale={locale} />
    </Page>
  );
}
