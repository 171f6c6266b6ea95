import { loadDemos } from "@/app/demos";
import { type LessonParams, lessonOf, listLessonParams } from "@/app/lessons";
import { toOembed } from "@/lib/content/oembed";
import { toFullAddress } from "@/lib/site";

export const dynamic = "force-static";
export const generateStaticParams = listLessonParams;

export async function GET(_: Request, { params }: LessonParams): Promise<Response> {
  const { locale, slug, folder, title } = await lessonOf(params);
  const [demo] = Object.values(await loadDemos(folder));
  return new Response(
    toOembed({
      title,
      url: toFullAddress(`/${locale}/learn/${slug}/`),
      demo: demo && toFullAddress(`/${locale}/embed/${slug}/${demo.id}/`),
      preview: toFullAddress(`/${locale}/learn/${slug}/preview.png`),
    }),
  );
}
