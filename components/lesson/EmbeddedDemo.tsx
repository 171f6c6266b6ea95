import type { MDXComponents } from "mdx/types";
import { Prose } from "@/components/mdx/Prose";
import { withBase } from "@/lib/base";
import type { Lesson } from "@/lib/content/lesson";
import { stringsFor } from "@/lib/content/locale";
import { compileText } from "@/lib/content/mdx";
import styles from "./EmbeddedDemo.module.css";

interface EmbeddedDemoProps {
  lesson: Lesson;
  /** Anchor of the demo. */
  demo: string;
  /** Its tag, as it stands in the lesson's text. */
  tag: string;
  components: MDXComponents;
}

/** One demo and nothing around it, for a frame in somebody else's page; a line under it says where it is from. */
export async function EmbeddedDemo({ lesson, demo, tag, components }: EmbeddedDemoProps) {
  const strings = stringsFor(lesson.locale);
  const { code } = await compileText(tag, `lessons/${lesson.folder}/${lesson.locale}.mdx, ${demo}`);
  return (
    <>
      <a href={`#${demo}`} className="skip-link">
        {strings.skip}
      </a>
      <main id="main" className={styles.main}>
        <h1 className="visually-hidden">Glassbox</h1>
        <h2 className="visually-hidden">{lesson.title}</h2>
        <Prose code={code} components={components} />
      </main>
      <footer className={styles.footer}>
        <a
          href={`${withBase(`/${lesson.locale}/learn/${lesson.slug}/`)}#${demo}`}
          target="_blank"
          rel="noopener"
        >
          Glassbox: {lesson.title}
        </a>
      </footer>
    </>
  );
}
