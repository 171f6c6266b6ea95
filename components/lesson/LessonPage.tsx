import type { MDXComponents } from "mdx/types";
import { AssignmentSlot } from "@/components/assignment/AssignmentSlot";
import { Prose } from "@/components/mdx/Prose";
import { Page } from "@/components/ui/Page";
import { BASE } from "@/lib/base";
import type { Lesson } from "@/lib/content/lesson";
import { stringsFor } from "@/lib/content/locale";
import { compileText } from "@/lib/content/mdx";
import { LessonNotebook } from "./LessonNotebook";
import styles from "./LessonPage.module.css";

/** A lesson from title to sources: opening, table of contents, text. */
export async function LessonPage({ lesson, components }: { lesson: Lesson; components: MDXComponents }) {
  const strings = stringsFor(lesson.locale);
  const { code, parts } = await compileText(lesson.text, `lessons/${lesson.folder}/${lesson.locale}.mdx`);
  return (
    <Page home={`${BASE}/${lesson.locale}/`} strings={strings}>
      <AssignmentSlot lesson={lesson.slug} />
      <article className={styles.article}>
        <header className={styles.opening}>
          <p className={styles.number}>
            {String(lesson.number).padStart(2, "0")} <span aria-hidden="true">·</span>{" "}
            {strings.minutes(lesson.minutes)}
          </p>
          <h1>{lesson.title}</h1>
          <p className={styles.summary}>{lesson.summary}</p>
        </header>
        <aside className={styles.margin}>
          <nav aria-labelledby="contents">
            <h2 id="contents">{strings.contents}</h2>
            <ol>
              {parts.sections.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`}>{title}</a>
                </li>
              ))}
            </ol>
          </nav>
        </aside>
        {lesson.objectives.length > 0 && (
          <section className={styles.objectives} aria-labelledby="objectives">
            <h2 id="objectives">{strings.objectives}</h2>
            <ul>
              {lesson.objectives.map((objective) => (
                <li key={objective}>{objective}</li>
              ))}
            </ul>
          </section>
        )}
        <div className={styles.text}>
          <LessonNotebook models={lesson.models}>
            <Prose code={code} components={components} />
          </LessonNotebook>
        </div>
      </article>
    </Page>
  );
}
