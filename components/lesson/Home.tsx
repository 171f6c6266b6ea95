import type { ComponentType } from "react";
import { CourseMap } from "@/components/course/CourseMap";
import { Page } from "@/components/ui/Page";
import { withBase } from "@/lib/base";
import type { Part } from "@/lib/content/course";
import { type Locale, stringsFor } from "@/lib/content/locale";
import { predictAtBuild } from "@/lib/content/prediction";
import { HeroPrediction } from "./HeroPrediction";
import styles from "./Home.module.css";

const heroPrompt = "Once upon a time, there was a little";

interface HomeProps {
  locale: Locale;
  parts: readonly Part[];
  /** What a lesson's demo shows, by slug. */
  pictures: Readonly<Record<string, ComponentType>>;
}

/** The course's front page: what it is, in one sentence and one real picture; then the map of its lessons. */
export async function Home({ locale, parts, pictures }: HomeProps) {
  const strings = stringsFor(locale);
  const prediction = await predictAtBuild("story-1m", heroPrompt);
  return (
    <Page home={withBase(`/${locale}/`)} strings={strings} wide>
      <div className={styles.hero}>
        <div>
          <h1 className={styles.title}>{strings.tagline}</h1>
          <p className={styles.pitch}>{strings.pitch}</p>
        </div>
        <HeroPrediction prediction={prediction} />
      </div>
      <h2 className={styles.heading}>{strings.map}</h2>
      <p className={styles.note}>{strings.mapNote}</p>
      <CourseMap parts={parts} pictures={pictures} locale={locale} strings={strings} />
    </Page>
  );
}
