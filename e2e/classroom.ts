import type { Page } from "@playwright/test";
import { type Assignment, assignment } from "@/lib/assignment/assignment";
import type { Catalog } from "@/lib/assignment/catalog";
import { encodeAssignment } from "@/lib/assignment/link";

/** Builds the links that the tests of assignments and receipts open. */

export const exercise = "temperature/exercise/top-p";

type Given = Partial<Assignment> | { lessons?: object[] };

/** An assignment about lesson 7 as it is now, with changes. */
export async function makeAssignment(page: Page, given: Given = {}): Promise<Assignment> {
  const catalog: Catalog = await (await page.request.get("/en/assign/catalog.json")).json();
  const lesson = catalog.lessons.find(({ slug }) => slug === "temperature");
  if (!lesson) throw new Error("The catalog has no lesson “temperature”.");
  return assignment.parse({
    kind: "assignment",
    id: "e2eassignment",
    title: "Sampling, by hand",
    locale: "en",
    made: Math.floor(Date.now() / 1000) - 3_600,
    lessons: [{ slug: lesson.slug, hash: lesson.hash, prints: lesson.prints }],
    tasks: [
      { kind: "read", lesson: "temperature", section: lesson.sections[0].id },
      { kind: "exercise", lesson: "temperature", id: "top-p" },
      {
        kind: "question",
        id: "q1",
        question: { kind: "number", ask: "How many?", answer: 16, tolerance: 0.5 },
      },
    ],
    ...given,
  });
}

export async function linkTo(made: Assignment): Promise<string> {
  return `/en/a/#${await encodeAssignment(made)}`;
}
