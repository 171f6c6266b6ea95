import { citationOf, type LessonParams, lessonOf, listLessonParams } from "@/app/lessons";
import { toBibtex } from "@/lib/content/cite";

export const dynamic = "force-static";
export const generateStaticParams = listLessonParams;

export async function GET(_: Request, { params }: LessonParams): Promise<Response> {
  return new Response(toBibtex(await citationOf(await lessonOf(params))));
}
