import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse as parseYaml } from "yaml";
import { z } from "@/lib/zod";
import { type Locale, locales } from "./locale";

const term = z.strictObject({
  means: z.string(),
  /** Whether the word may be linked wherever it stands; not for words that mostly mean something else. */
  link: z.boolean().default(true),
});

/** Frontmatter of a lesson's text. */
export const lessonSpec = z.strictObject({
  title: z.string(),
  summary: z.string(),
  minutes: z.number().int().positive(),
  /** Id of a part in `lessons/course/`; may be left out where the plan still lists the lesson. */
  part: z.string().optional(),
  /** Slugs of the lessons to read first. */
  prerequisites: z.array(z.string()).optional(),
  /** What `picture.tsx` shows, in a few words; the map draws the file when this is here. */
  picture: z.string().optional(),
  /** What readers of the feed are told: when it appeared, and what was changed for them since. */
  changes: z.array(z.strictObject({ date: z.iso.date(), what: z.string() })).default([]),
  /** Names of folders in `public/models`. */
  models: z.array(z.string()).default([]),
  objectives: z.array(z.string()).default([]),
  /** What each `<Term>` of the text means, in a sentence or two that stand alone; by the term's dictionary form. */
  terms: z
    .record(z.string(), z.union([z.string().transform((means) => ({ means, link: true })), term]))
    .default({}),
  /** Entries of the source notes this lesson reconstructs. */
  notes: z.array(z.string()).default([]),
  sources: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        authors: z.string(),
        year: z.coerce.string(),
        url: z.url().optional(),
      }),
    )
    .default([]),
});

export interface Lesson extends z.infer<typeof lessonSpec> {
  /** Folder in `lessons/`, e.g. `07-temperature`. */
  folder: string;
  /** Place in the course. */
  number: number;
  /** In addresses, e.g. `temperature`: stays when the order changes. */
  slug: string;
  locale: Locale;
  /** MDX without its frontmatter. */
  text: string;
}

const root = path.join(process.cwd(), "lessons");

/** Absolute path of a lesson's folder or of a file in it. */
export const lessonPath = (folder: string, ...rest: string[]) => path.join(root, folder, ...rest);

/** Every lesson that has text in `locale`, in course order. The disk is the index. */
export async function findLessons(locale: Locale): Promise<Lesson[]> {
  const entries = await readdir(root, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && /^\d\d-/.test(entry.name));
  const lessons = await Promise.all(folders.map(({ name }) => readLesson(name, locale)));
  return lessons.filter((lesson) => lesson !== undefined).sort((a, b) => a.number - b.number);
}

export async function findLesson(slug: string, locale: Locale): Promise<Lesson | undefined> {
  return (await findLessons(locale)).find((lesson) => lesson.slug === slug);
}

/** Locales in which at least one lesson can be read. */
export async function findLocales(): Promise<Locale[]> {
  const counts = await Promise.all(locales.map(async (locale) => (await findLessons(locale)).length));
  return locales.filter((_, i) => counts[i] > 0);
}

async function readLesson(folder: string, locale: Locale): Promise<Lesson | undefined> {
  const file = lessonPath(folder, `${locale}.mdx`);
  const source = await readFile(file, "utf8").catch(() => undefined);
  return source === undefined ? undefined : toLesson(folder, locale, source);
}

/** Splits a lesson's file into checked frontmatter and text. Errors name the file and the field. */
export function toLesson(folder: string, locale: Locale, source: string): Lesson {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(source);
  if (!match)
    throw new Error(`lessons/${folder}/${locale}.mdx must begin with frontmatter between --- lines.`);
  const spec = lessonSpec.safeParse(parseYaml(match[1]));
  if (!spec.success)
    throw new Error(`lessons/${folder}/${locale}.mdx, frontmatter: ${z.prettifyError(spec.error)}`);
  const text = source.slice(match[0].length);
  return { ...spec.data, folder, number: Number(folder.slice(0, 2)), slug: folder.slice(3), locale, text };
}
