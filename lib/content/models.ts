import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileList } from "@/lib/model/manifest";
import { z } from "@/lib/zod";
import type { Lesson } from "./lesson";

const root = path.join(process.cwd(), "public/models");

/** As much of a `card.json` as is shown; cards differ by what was measured. */
const card = z.object({
  heldOut: z.object({ nats_per_token: z.number(), bits_per_byte: z.number() }).optional().catch(undefined),
});

/** A model of the course, as the Models page shows it. */
export interface ModelEntry {
  /** Its folder in `public/models`. */
  name: string;
  title: string;
  /** First paragraph of its card. */
  what: string;
  /** Nothing for a GPT-2. */
  architecture?: string;
  license: string;
  parameters: number;
  /** Of the weights as shipped. */
  heldOut?: { nats_per_token: number; bits_per_byte: number };
  /** Its own folder first, then those of its adapters: below `models/`, with a slash at the end. */
  folders: string[];
  /** All files that running it takes; `path` is below `models/`, `version` the start of its SHA-256. */
  files: { path: string; version: string; bytes: number }[];
  adapters: string[];
  lessons: Pick<Lesson, "slug" | "number" | "title">[];
}

/** Every model on the disk, in the order of the lessons that use them, small ones first; those without a lesson last. */
export async function findModels(lessons: readonly Lesson[], folder = root): Promise<ModelEntry[]> {
  const names = await listFolders(folder);
  const models = await Promise.all(names.map((name) => readModel(folder, name, lessons)));
  const first = ({ lessons: [lesson] }: ModelEntry) => lesson?.number ?? Number.POSITIVE_INFINITY;
  return models.sort((a, b) => first(a) - first(b) || a.parameters - b.parameters);
}

async function readModel(root: string, name: string, lessons: readonly Lesson[]): Promise<ModelEntry> {
  const adapters = await listFolders(path.join(root, name, "adapters"));
  const folders = [`${name}/`, ...adapters.map((adapter) => `${name}/adapters/${adapter}/`)];
  const lists = await Promise.all(folders.map((folder) => readManifest(path.join(root, folder))));
  const [{ title, architecture, license, parameters }, ...others] = lists;
  const text = await readFile(path.join(root, name, "README.md"), "utf8");
  const { heldOut } = card.parse(JSON.parse(await readFile(path.join(root, name, "card.json"), "utf8")));
  return {
    ...{ name, title, architecture, license, parameters, heldOut, folders },
    what: firstParagraph(text),
    files: lists.flatMap(({ files }, i) =>
      Object.entries(files).map(([file, { bytes, sha256 }]) => ({
        path: folders[i] + file,
        version: sha256.slice(0, 16),
        bytes,
      })),
    ),
    adapters: others.map((adapter) => adapter.title),
    lessons: lessons
      .filter(({ models }) => models.includes(name))
      .map(({ slug, number, title }) => ({ slug, number, title })),
  };
}

async function readManifest(folder: string) {
  const file = path.join(folder, "manifest.json");
  const found = fileList.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (found.success) return found.data;
  throw new Error(`${path.relative(process.cwd(), file)}: ${z.prettifyError(found.error)}`);
}

async function listFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** The first lines of a card that are not its title, without Markdown's marks. */
function firstParagraph(text: string): string {
  const paragraph = text
    .split(/\n\s*\n/)
    .find((block) => block.trim() !== "" && !/^\s*(#|---|\|)/.test(block));
  return (paragraph ?? "").replace(/[*`]/g, "").replace(/\s+/g, " ").trim();
}
