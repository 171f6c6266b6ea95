import { readFile } from "node:fs/promises";
import { parse as parseYaml } from "yaml";
import { z } from "@/lib/zod";
import { findLessons, type Lesson, lessonPath } from "./lesson";
import { defaultLocale, type Locale } from "./locale";

const slug = z.string().regex(/^[a-z0-9-]+$/);

/** `lessons/course/<locale>.yaml`: the parts of the course, and the lessons that are not written yet. */
export const courseSpec = z.strictObject({
  parts: z.array(
    z.strictObject({
      id: slug,
      title: z.string(),
      /** One sentence: what the reader gets from this part. */
      promise: z.string(),
    }),
  ),
  planned: z.array(
    z.strictObject({
      number: z.number().int().positive(),
      slug,
      part: slug,
      title: z.string(),
      summary: z.string(),
      prerequisites: z.array(slug).default([]),
    }),
  ),
});

export type CourseSpec = z.infer<typeof courseSpec>;

/** A lesson's place on the map, whether it is written or not. */
export interface Place {
  number: number;
  slug: string;
  title: string;
  summary: string;
  /** Slugs of lessons to read before this one; all stand earlier in the course. */
  prerequisites: string[];
  /** Undefined while the lesson is planned. */
  lesson?: Lesson;
}

export interface Part {
  id: string;
  title: string;
  promise: string;
  places: Place[];
}

/** The course in `locale`; its plan is in English until somebody has translated it. */
export async function findCourse(locale: Locale): Promise<Part[]> {
  const [lessons, plan] = await Promise.all([findLessons(locale), readPlan(locale)]);
  return toCourse(plan, lessons);
}

async function readPlan(locale: Locale): Promise<CourseSpec> {
  const read = (name: Locale) => readFile(lessonPath("course", `${name}.yaml`), "utf8");
  const source = await read(locale).catch(() => read(defaultLocale));
  const spec = courseSpec.safeParse(parseYaml(source));
  if (!spec.success) throw new Error(`lessons/course/${locale}.yaml: ${z.prettifyError(spec.error)}`);
  return spec.data;
}

/** Plan and folders as one course. A folder wins over the plan; one that contradicts it is an error. */
export function toCourse(plan: CourseSpec, lessons: readonly Lesson[]): Part[] {
  const written = lessons.map((lesson) => ({ part: partOf(lesson, plan), place: toPlace(lesson, plan) }));
  const planned = plan.planned
    .filter(({ slug }) => !lessons.some((lesson) => lesson.slug === slug))
    .map(({ part, ...place }) => ({ part, place }));
  const all = [...written, ...planned].sort((a, b) => a.place.number - b.place.number);
  checkPlaces(all.map(({ place }) => place));
  for (const { part, place } of all)
    if (!plan.parts.some(({ id }) => id === part))
      throw new Error(`${nameOf(place)} belongs to part "${part}"; the course has ${listParts(plan)}.`);
  return plan.parts.map((part) => ({
    ...part,
    places: all.filter((entry) => entry.part === part.id).map(({ place }) => place),
  }));
}

function partOf(lesson: Lesson, plan: CourseSpec): string {
  const part = lesson.part ?? plan.planned.find(({ slug }) => slug === lesson.slug)?.part;
  if (part) return part;
  throw new Error(
    `lessons/${lesson.folder}/${lesson.locale}.mdx: say in the frontmatter which part it belongs to, e.g. part: ${plan.parts[0].id}. The course has ${listParts(plan)}.`,
  );
}

function toPlace(lesson: Lesson, plan: CourseSpec): Place {
  const { number, slug, title, summary } = lesson;
  const entry = plan.planned.find((planned) => planned.slug === slug);
  if (entry && entry.number !== number)
    throw new Error(
      `lessons/${lesson.folder} is lesson ${number}, but the plan has "${slug}" as lesson ${entry.number}: correct one of them, or delete the entry in lessons/course.`,
    );
  const prerequisites = lesson.prerequisites ?? entry?.prerequisites ?? [];
  return { number, slug, title, summary, prerequisites, lesson };
}

/** Numbers and slugs are unique, and what a lesson needs comes before it. `places`: in order. */
function checkPlaces(places: readonly Place[]): void {
  const before = new Map<string, Place>();
  for (const place of places) {
    const same = places.find(
      (other) => other !== place && (other.number === place.number || other.slug === place.slug),
    );
    if (same) throw new Error(`${nameOf(place)} and ${nameOf(same)} claim the same place in the course.`);
    for (const needed of place.prerequisites)
      if (!before.has(needed))
        throw new Error(
          `${nameOf(place)} needs "${needed}", but no lesson before it has that name. Before it come: ${[...before.keys()].join(", ") || "none"}.`,
        );
    before.set(place.slug, place);
  }
}

function nameOf({ number, slug }: Place): string {
  return `Lesson ${String(number).padStart(2, "0")}-${slug}`;
}

function listParts(plan: CourseSpec): string {
  return plan.parts.map(({ id }) => id).join(", ");
}
