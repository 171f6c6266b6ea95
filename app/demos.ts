import { access } from "node:fs/promises";
import { lessonPath } from "@/lib/content/lesson";
import type { DemoSpec } from "@/lib/controls/controls";

/** The demos of a lesson that can be assigned and embedded, by the tag that shows them: its `controls.ts`. */
export async function loadDemos(folder: string): Promise<Record<string, DemoSpec>> {
  const exists = await access(lessonPath(folder, "controls.ts")).then(
    () => true,
    () => false,
  );
  if (!exists) return {};
  const { demos }: { demos: Record<string, DemoSpec> } = await import(`@/lessons/${folder}/controls.ts`);
  return demos;
}
