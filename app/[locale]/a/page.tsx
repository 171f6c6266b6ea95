import type { Metadata } from "next";
import { OpenedAssignment } from "@/components/assignment/OpenedAssignment";
import { Page } from "@/components/ui/Page";
import { withBase } from "@/lib/base";
import { type Locale, stringsFor } from "@/lib/content/locale";

export const metadata: Metadata = { title: "Assignment · Glassbox", robots: "noindex" };

export default async function AssignmentRoute({ params }: { params: Promise<{ locale: string }> }) {
  const locale = (await params).locale as Locale;
  return (
    <Page home={withBase(`/${locale}/`)} strings={stringsFor(locale)}>
      <OpenedAssignment locale={locale} />
    </Page>
  );
}
