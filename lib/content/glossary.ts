import { findLessons, type Lesson } from "./lesson";
import type { Locale } from "./locale";

/** A term of the course and every lesson that defines it, in course order. */
export interface Entry {
  /** Dictionary form: "logit". */
  name: string;
  /** In addresses: "kv-cache". */
  slug: string;
  link: boolean;
  definitions: Definition[];
}

export interface Definition {
  means: string;
  lesson: Pick<Lesson, "slug" | "number" | "title">;
}

/** All terms of all lessons, in the order of the alphabet. */
export async function findGlossary(locale: Locale): Promise<Entry[]> {
  return toGlossary(await findLessons(locale));
}

/** The same term of several lessons is one entry; it is linked unless one of them says not to. */
export function toGlossary(lessons: readonly Lesson[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { terms, slug, number, title } of lessons) {
    for (const [name, { means, link }] of Object.entries(terms)) {
      const entry = entries.get(toSlug(name)) ?? { name, slug: toSlug(name), link: true, definitions: [] };
      entry.link &&= link;
      entry.definitions.push({ means, lesson: { slug, number, title } });
      entries.set(entry.slug, entry);
    }
  }
  return [...entries.values()].sort((a, b) => a.slug.localeCompare(b.slug, "en"));
}

/** The entry that a word of the text stands for: the term itself, its plural, or its third person. */
export function findEntry(entries: readonly Entry[], word: string): Entry | undefined {
  const slug = toSlug(word);
  return entries.find((entry) => slug === entry.slug) ?? entries.find((entry) => slug === `${entry.slug}s`);
}

/**
 * Every `<Term>` of a text needs its meaning in the frontmatter, and every meaning its `<Term>`. `defined`: the
 * words in the tags.
 */
export function checkTerms(lesson: Lesson, defined: readonly string[]): void {
  const entries = toGlossary([lesson]);
  const file = `lessons/${lesson.folder}/${lesson.locale}.mdx`;
  const without = defined.find((word) => !findEntry(entries, word));
  if (without !== undefined)
    throw new Error(
      `${file}: <Term>${without}</Term> has no meaning. Write it under "terms" in the frontmatter.`,
    );
  const unused = entries.find((entry) => !defined.some((word) => findEntry([entry], word)));
  if (unused) throw new Error(`${file}: the term "${unused.name}" of the frontmatter stands in no <Term>.`);
}

/** What the term means in a lesson: its own definition, or that of the first lesson that has one. */
export function definitionIn(entry: Entry, lesson: string): Definition {
  return entry.definitions.find((definition) => definition.lesson.slug === lesson) ?? entry.definitions[0];
}

function toSlug(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-");
}
