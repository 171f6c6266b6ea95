import type { ComponentType } from "react";
import { Continue, type Way } from "@/components/course/Continue";
import { CourseMap } from "@/components/course/CourseMap";
import { findStart } from "@/components/course/start";
import { Page } from "@/components/ui/Page";
import { withBase } from "@/lib/base";
import type { Part } from "@/lib/content/course";
import type { Lesson } from "@/lib/content/lesson";
import { type Locale, stringsFor } from "@/lib/content/locale";
import { readParts } from "@/lib/content/mdx";
import { predictAtBuild } from "@/lib/content/prediction";
import { toDoOf } from "@/lib/progress/summary";
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
  const places = parts.flatMap((part) => part.places);
  const ways = await Promise.all(places.flatMap(({ lesson }) => (lesson ? [toWay(lesson)] : [])));
  const first = findStart(places)?.slug;
  const start = ways.find(({ toDo }) => toDo.slug === first);
  return (
    <Page home={withBase(`/${locale}/`)} strings={strings} wide>
      <div className={styles.hero}>
        <div>
          <h1 className={styles.title}>{strings.tagline}</h1>
          <p className={styles.pitch}>{strings.pitch}</p>
          {start && <Continue ways={ways} start={start} words={strings.continue} />}
        </div>
        <HeroPrediction prediction={prediction} />
      </div>
      <h2 className={styles.heading}>{strings.map}</h2>
      <p className={styles.note}>{strings.mapNote}</p>
      <CourseMap
        parts={parts}
        pictures={pictures}
        toDo={ways.map(({ toDo }) => toDo)}
        locale={locale}
        strings={strings}
      />
    </Page>
  );
}

async function toWay({ slug, number, title, text, folder, locale }: Lesson): Promise<Way> {
  const parts = await readParts(text, folder);
  return {
    toDo: toDoOf(slug, parts),
    href: withBase(`/${locale}/learn/${slug}/`),
    name: `${String(number).padStart(2, "0")} ${title}`,
    sections: Object.fromEntries(parts.sections.map(({ id, title }) => [id, title])),
  };
}
