import type { ControlSpec } from "@/lib/controls/controls";
import type { Program } from "@/lib/notebook/program";

/**
 * What can be assigned: made from the lesson folders when the site is built, one file a language
 * (`/en/assign/catalog.json`), and one more a lesson for what only a few pages need.
 */
export interface Catalog {
  lessons: LessonEntry[];
}

export interface LessonEntry {
  slug: string;
  number: number;
  title: string;
  minutes: number;
  /** Of everything the reader is shown, prose and code: 12 characters of base64url, 72 bits of SHA-256. */
  hash: string;
  /** One print for each block of the text, in order; see `changes.ts`. */
  prints: string;
  sections: Section[];
  /** In the order of the text. */
  parts: Part[];
}

export interface Section {
  /** Anchor of the heading. */
  id: string;
  title: string;
}

export type PartKind = "demo" | "cell" | "exercise" | "prediction";

export interface Part {
  kind: PartKind;
  /** As the page calls it: the demo's anchor, the file of a cell, the folder of an exercise. */
  id: string;
  title: string;
  /** Anchor of the section it stands in. */
  section?: string;
  /** Of a demo: its controls, opening where its tag in the prose says. */
  controls?: Record<string, ControlSpec>;
}

/** What a review or a changed lesson needs to know more. */
export interface LessonDetail {
  blocks: Block[];
  /** By the exercise's id: what checks a reader's code. */
  exercises: Record<string, Program>;
}

/** A paragraph, a list, a table, a tag of the text: as it stands in the source, a cell with its code. */
export interface Block {
  text: string;
  section?: string;
}

export function findLesson(catalog: Catalog, slug: string): LessonEntry | undefined {
  return catalog.lessons.find((lesson) => lesson.slug === slug);
}

export function findPart(lesson: LessonEntry | undefined, kind: PartKind, id: string): Part | undefined {
  return lesson?.parts.find((part) => part.kind === kind && part.id === id);
}
