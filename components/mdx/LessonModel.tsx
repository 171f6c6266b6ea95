import { OpenModel } from "@/components/model/OpenModel";
import type { Lesson } from "@/lib/content/lesson";
import { openedModel } from "@/lib/content/model-source";
import { LessonCell } from "./LessonCell";

/** The model's forward pass as a cell of the lesson, folded up: `forward` in other cells means this one. */
export function LessonModel({ lesson }: { lesson: Lesson }) {
  return (
    <OpenModel>
      <LessonCell lesson={lesson} name={openedModel} />
    </OpenModel>
  );
}
