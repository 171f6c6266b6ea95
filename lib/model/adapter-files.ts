import { z } from "@/lib/zod";
import { fetchModelFile } from "./files";
import { ModelError } from "./language-model";
import { type Adapter, readAdapter } from "./lora";
import type { Manifest } from "./manifest";

const file = z.object({ bytes: z.number().int(), sha256: z.string().length(64) });

/** `public/models/<base>/adapters/<name>/manifest.json`, written by `training/adapters`. */
const adapterManifest = z.object({
  format: z.literal(1),
  name: z.string(),
  title: z.string(),
  /** The model, and its weights file, that the adapter was trained on. */
  base: file.extend({ name: z.string() }),
  rank: z.number().int().positive(),
  alpha: z.number().positive(),
  parameters: z.number().int().positive(),
  files: z.object({ "adapter.safetensors": file }),
});

export interface AdapterModel {
  name: string;
  shapes: Readonly<Record<string, readonly number[]>>;
  /** Of its weights file. */
  sha256: string;
}

export const adapterFolder = (name: string) => `adapters/${name}/`;

/** Fetches one of the adapters that lie in a model's folder, `base`. */
export async function fetchAdapter(
  signal: AbortSignal | undefined,
  base: string,
  name: string,
  model: AdapterModel,
): Promise<Adapter> {
  const folder = base + adapterFolder(name);
  const facts = checkManifest(await fetchJson(signal, `${folder}manifest.json`), model, folder);
  const bytes = await fetchModelFile(signal, folder, facts as unknown as Manifest, "adapter.safetensors");
  return toAdapter(bytes, facts, model);
}

/** Reads an adapter's two files, wherever they came from. */
export function openAdapter(json: unknown, bytes: ArrayBuffer, model: AdapterModel, where: string): Adapter {
  return toAdapter(bytes, checkManifest(json, model, where), model);
}

function toAdapter(
  bytes: ArrayBuffer,
  { name, title, rank, alpha, base }: z.infer<typeof adapterManifest>,
  model: AdapterModel,
): Adapter {
  return readAdapter(bytes, model, { name, title, rank, alpha, base: base.name });
}

function checkManifest(json: unknown, model: AdapterModel, where: string) {
  const parsed = adapterManifest.safeParse(json);
  if (!parsed.success)
    throw new ModelError("damaged", `${where} holds no adapter's manifest. Reload, or ask whoever hosts it.`);
  if (parsed.data.base.sha256 !== model.sha256)
    throw new ModelError(
      "incompatible",
      `${where} was trained on other weights than those of ${model.name} here. Train it again: python -m training.adapters.`,
    );
  return parsed.data;
}

async function fetchJson(signal: AbortSignal | undefined, url: string): Promise<unknown> {
  try {
    const response = await fetch(url, { signal, cache: "no-cache" });
    if (response.ok) return await response.json();
  } catch (error) {
    if (signal?.aborted) throw error;
  }
  throw new ModelError("missing", `${url} could not be fetched. Check the connection and try again.`, url);
}
