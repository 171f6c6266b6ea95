import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { cellGlobals, toLibraryGlobals } from "@/lib/notebook/cell-globals";
import { cellPath } from "@/lib/notebook/cell-path";
import { Modules } from "@/lib/notebook/modules";
import { parseCell } from "@/lib/notebook/parse-cell";
import { toTypedPage } from "@/lib/notebook/typed-page";
import { findLessons, type Lesson } from "./lesson";
import { defaultLocale } from "./locale";
import { readNotebook } from "./notebook";

/**
 * Writes, for every lesson with cells, a TypeScript project in which each cell sees the names of the others as
 * on its page; returns the projects' configuration files. `folder` is emptied first. The files stand as their
 * originals do under `lessons/`, line for line, so that an error's place needs nothing but the other folder.
 */
export async function writeTypedCells(folder: string): Promise<string[]> {
  await rm(folder, { recursive: true, force: true });
  const written = await Promise.all(
    (await findLessons(defaultLocale)).map((lesson) => writeLesson(folder, lesson)),
  );
  return written.filter((file) => file !== undefined);
}

async function writeLesson(folder: string, lesson: Lesson): Promise<string | undefined> {
  const { cells, modules, controls } = await readNotebook(lesson);
  if (cells.length === 0) return undefined;
  const files = new Modules(modules);
  const typed = cells.map(({ id, code }) => {
    const { defines } = parseCell(id, code, files);
    return { path: cellPath(id), code, defines: defines.map(({ name }) => name) };
  });
  const types = Object.fromEntries(Object.values(controls).map(({ name, type }) => [name, type]));
  const root = path.join(folder, lesson.folder);
  const up = path.relative(root, process.cwd()).split(path.sep).join("/");
  const all = {
    ...toTypedPage(typed, types),
    "globals.d.ts": cellGlobals,
    "library.d.ts": toLibraryGlobals(`${up}/lib/notebook/stdlib`),
    "tsconfig.json": JSON.stringify(toConfig(up, lesson.folder), null, 2),
  };
  await Promise.all(Object.entries(all).map(([file, text]) => write(path.join(root, file), text)));
  return path.join(root, "tsconfig.json");
}

/** With `rootDirs`, what a cell imports from its lesson is found there. */
function toConfig(up: string, lesson: string) {
  return {
    extends: `${up}/tsconfig.json`,
    compilerOptions: {
      lib: ["esnext"],
      types: [],
      plugins: [],
      incremental: false,
      moduleDetection: "force",
      rootDirs: [".", `${up}/lessons/${lesson}`],
      paths: { "@/*": [`${up}/*`] },
    },
    include: ["**/*.ts"],
    exclude: [],
  };
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
