import { modelAtBuild } from "@/lib/content/model-at-build";
import { servedAtBuild } from "@/lib/content/services";
import { byKind } from "./kinds";
import texts from "./measure/texts.json" with { type: "json" };
import { models } from "./presets";
import type { Texts } from "./view";

/** Both models while pages are built and figures are measured. */
export const moe = await servedAtBuild(models.moe);
export const twin = await servedAtBuild(models.twin);

/** Which weights these are. */
export const weights = { moe: await hashOf(models.moe), twin: await hashOf(models.twin) };

/** Held-out documents of the corpus by kind (`training/corpus`), and the few that the page itself reads. */
export const allTexts: Texts = texts;
export const probes: Texts = byKind((kind) => texts[kind].slice(0, 2));

async function hashOf(name: string): Promise<string> {
  const { manifest } = await modelAtBuild(name);
  return manifest.files["weights.safetensors"].sha256;
}
