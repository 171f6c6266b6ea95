import { NotebookInput } from "@/components/notebook/inputs/NotebookInput";
import type { Lesson } from "@/lib/content/lesson";
import { notebookAtBuild } from "@/lib/content/notebook";

/** A control of the text that sets a value of the page's notebook. */
export async function LessonInput({ lesson, name }: { lesson: Lesson; name: string }) {
  const { controls } = await notebookAtBuild(lesson);
  return <NotebookInput name={name} spec={controls[name].spec} />;
}
