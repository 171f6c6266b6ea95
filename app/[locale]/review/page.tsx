import type { Metadata } from "next";
import { Opening } from "@/components/assignment/Opening";
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
    <Page home={withBase(`/${locale}/`)} strings={stringsFor(locale)} wide>
      <Opening title={review.title}>
        {review.intro} <a href={withBase(`/${locale}/review/receipts/`)}>{review.proof}</a>
      </Opening>
      <noscript>
        <p>{review.noScript}</p>
      </noscript>
      <ReviewSlot locale={locale} />
    </Page>
  );
}
