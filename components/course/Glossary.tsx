import { Page } from "@/components/ui/Page";
import { PageHead } from "@/components/ui/PageHead";
import { withBase } from "@/lib/base";
import type { Entry } from "@/lib/content/glossary";
import { type Locale, stringsFor } from "@/lib/content/locale";
import { toAnchor } from "../lesson/anchor";
import styles from "./Glossary.module.css";

/** Every term of the course, what it means, and where a lesson defines it. */
export function Glossary({ locale, entries }: { locale: Locale; entries: readonly Entry[] }) {
  const strings = stringsFor(locale);
  const home = withBase(`/${locale}/`);
  return (
    <Page home={home} strings={strings}>
      <article data-pagefind-body="">
        <PageHead {...strings.glossary} />
        {entries.map(({ name, slug, definitions }) => (
          <section key={slug} className={styles.entry} aria-labelledby={slug}>
            <h2 id={slug}>
              <a className="address" href={`#${slug}`}>
                {name}
              </a>
            </h2>
            <div>
              {definitions.map(({ means, lesson }) => (
                <p key={lesson.slug}>
                  {means}{" "}
                  <a
                    className={styles.from}
                    data-pagefind-ignore=""
                    href={`${home}learn/${lesson.slug}/#${toAnchor("term", slug)}`}
                  >
                    {String(lesson.number).padStart(2, "0")} {lesson.title}
                  </a>
                </p>
              ))}
            </div>
          </section>
        ))}
      </article>
    </Page>
  );
}
