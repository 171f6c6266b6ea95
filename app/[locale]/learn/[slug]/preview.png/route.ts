import { type LessonParams, lessonOf, listLessonParams } from "@/app/lessons";
import { drawPreview } from "@/app/preview";

export const dynamic = "force-static";
export const generateStaticParams = listLessonParams;

export async function GET(_: Request, { params }: LessonParams): Promise<Response> {
  return drawPreview(await lessonOf(params));
}
