import type { MDXComponents } from "mdx/types";
import { AssignmentSlot } from "@/components/assignment/AssignmentSlot";
import { CiteThis } from "@/components/course/CiteThis";
import { Contents } from "@/components/course/Contents";
import { LessonRecorder } from "@/components/course/LessonRecorder";
import { Meanings } from "@/components/course/Meanings";
import { Needs, Onward } from "@/components/course/Neighbors";
import { Prose } from "@/components/mdx/Prose";
import { Page } from "@/components/ui/Page";
import { withBase } from "@/lib/base";
import type { Citation } from "@/lib/content/cite";
import type { Place } from "@/lib/content/course";
import { checkTerms, findGlossary } from "@/lib/content/glossary";
import type { Lesson } from "@/lib/content/lesson";
import { stringsFor } from "@/lib/content/locale";
import { compileText } from "@/lib/content/mdx";
import { notebookAtBuild } from "@/lib/content/notebook";
import { LessonNotebook } from "./LessonNotebook";
import styles from "./LessonPage.module.css";

interface LessonPageProps {
  lesson: Lesson;
  /** All lessons of the course, in order. */
  places: readonly Place[];
  citation: Citation;
  components: MDXComponents;
}

/** A lesson from title to sources: opening, table of contents, text, and the way on. */
export async function LessonPage({ lesson, places, citation, components }: LessonPageProps) {
  const strings = stringsFor(lesson.locale);
  const glossary = await findGlossary(lesson.locale);
  const file = `lessons/${lesson.folder}/${lesson.locale}.mdx`;
  const { code, parts, termsUsed } = await compileText(lesson.text, file, glossary);
  checkTerms(lesson, parts.terms);
  const home = withBase(`/${lesson.locale}/`);
  const { cells, inputs, modules } = await notebookAtBuild(lesson);
  return (
    <Page home={home} strings={strings}>
      <AssignmentSlot lesson={lesson.slug} />
      <article className={styles.article} data-pagefind-body="">
        <header className={styles.opening}>
          <p className={styles.number} data-pagefind-ignore="">
            {String(lesson.number).padStart(2, "0")} <span aria-hidden="true">·</span>{" "}
            {strings.minutes(lesson.minutes)}
          </p>
          <h1>{lesson.title}</h1>
          <p className={styles.summary}>{lesson.summary}</p>
          <Needs slug={lesson.slug} places={places} home={home} strings={strings} />
        </header>
        <div className={styles.margin}>
          <Contents
            lesson={lesson.slug}
            sections={parts.sections}
            words={{ contents: strings.contents, read: strings.read }}
          />
        </div>
        {lesson.objectives.length > 0 && (
          <section className={styles.objectives} data-pagefind-ignore="" aria-labelledby="objectives">
            <h2 id="objectives">{strings.objectives}</h2>
            <ul>
              {lesson.objectives.map((objective) => (
                <li key={objective}>{objective}</li>
              ))}
            </ul>
          </section>
        )}
        <div className={styles.text}>
          <LessonNotebook spec={{ cells, inputs, modules }} models={lesson.models}>
            <Prose code={code} components={components} />
          </LessonNotebook>
        </div>
        <Meanings
          lesson={lesson.slug}
          entries={glossary.filter(({ slug }) => termsUsed.includes(slug))}
          home={home}
          glossary={strings.pages.glossary}
        />
        <CiteThis citation={citation} words={strings.cite} />
        <Onward slug={lesson.slug} places={places} home={home} strings={strings} />
      </article>
      <LessonRecorder lesson={lesson.slug} sections={parts.sections} words={strings.obstacles} />
    </Page>
  );
}
