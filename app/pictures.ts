import type { ComponentType } from "react";
import type { Lesson } from "@/lib/content/lesson";

/** What a lesson's `picture.tsx` draws; a lesson has one if its frontmatter says what it shows. */
export async function pictureOf(lesson: Lesson): Promise<ComponentType | undefined> {
  if (!lesson.picture) return undefined;
  const { default: Picture } = await import(`@/lessons/${lesson.folder}/picture.tsx`);
  return Picture;
}
