import { Page } from "@/components/ui/Page";
import { BASE } from "@/lib/base";
import type { Lesson } from "@/lib/content/lesson";
import { type Locale, stringsFor } from "@/lib/content/locale";
import { predictAtBuild } from "@/lib/content/prediction";
import { HeroPrediction } from "./HeroPrediction";
import styles from "./Home.module.css";

const heroPrompt = "Once upon a time, there was a little";

/** The course's front page: what it is, in one sentence and one real picture; then the lessons. */
export async function Home({ locale, lessons }: { locale: Locale; lessons: Lesson[] }) {
  const strings = stringsFor(locale);
  const prediction = await predictAtBuild("story-1m", heroPrompt);
  return (
    <Page home={`${BASE}/${locale}/`} strings={strings}>
      <div className={styles.hero}>
        <div>
          <h1 className={styles.title}>{strings.tagline}</h1>
          <p className={styles.pitch}>{strings.pitch}</p>
        </div>
        <HeroPrediction prediction={prediction} />
      </div>
      <h2 className={styles.heading}>{strings.lessons}</h2>
      <ol className={styles.lessons}>
        {lessons.map((lesson) => (
          <li key={lesson.slug} className={styles.lesson}>
            <span className={styles.number}>{String(lesson.number).padStart(2, "0")}</span>
            <div>
              <h3>
                <a href={`${BASE}/${locale}/learn/${lesson.slug}/`}>{lesson.title}</a>
              </h3>
              <p>{lesson.summary}</p>
            </div>
            <span className={styles.minutes}>{strings.minutes(lesson.minutes)}</span>
          </li>
        ))}
      </ol>
    </Page>
  );
}
