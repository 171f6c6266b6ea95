import { access, readFile } from "node:fs/promises";
import path from "node:path";
import { findImports } from "@/lib/notebook/imports";
import type { Program } from "@/lib/notebook/program";
import { transpile } from "@/lib/notebook/transpile";
import { lessonPath } from "./lesson";

/**
 * A file of a lesson with every file of the lesson it imports, found by following its imports on disk.
 * `others` come along too, with theirs.
 */
export async function readProgram(folder: string, entry: string, ...others: string[]): Promise<Program> {
  const modules: Program["modules"] = {};
  for (const file of [entry, ...others]) await collect(folder, file, modules);
  return { entry, modules };
}

async function collect(folder: string, file: string, modules: Program["modules"]): Promise<void> {
  if (file in modules) return;
  modules[file] = await readFile(lessonPath(folder, file), "utf8");
  const relative = findImports(transpile(file, modules[file]).ast).filter(({ specifier }) =>
    specifier.startsWith("."),
  );
  for (const { specifier } of relative) {
    const target = path.posix.join(path.posix.dirname(file), specifier);
    await collect(folder, await existing(folder, target), modules);
  }
}

async function existing(folder: string, target: string): Promise<string> {
  const withEnding = target.endsWith(".ts") ? target : `${target}.ts`;
  await access(lessonPath(folder, withEnding));
  return withEnding;
}
