/**
 * Proves, for every exercise folder of every lesson, that its check accepts the solution, refuses the start, and
 * calls each planted mistake by its name — with the same compiled programs that run in the sandbox.
 */

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readProgram } from "@/lib/content/program";
import type { VerdictDisplay } from "./display";
import { exerciseFiles, toCheckProgram } from "./exercise-program";
import { prerender } from "./prerender";
import type { Program } from "./program";

const lessons = join(import.meta.dirname, "../../lessons");

function listFolders(parent: string): string[] {
  if (!existsSync(parent)) return [];
  const entries = readdirSync(parent, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

const exercises = listFolders(lessons).flatMap((lesson) =>
  listFolders(join(lessons, lesson, "exercises")).map((name) => ({
    lesson,
    name,
    path: `exercises/${name}`,
  })),
);

async function check(program: Program, candidate: string): Promise<VerdictDisplay> {
  const displays = await prerender(toCheckProgram(program, candidate));
  const verdict = displays.at(-1);
  if (verdict?.kind !== "verdict") throw new Error(`No verdict: ${JSON.stringify(displays)}`);
  return verdict;
}

/** A start.ts that behaves like the mistake. */
function asCandidate(name: string, id: string): string {
  return [
    'import { mistakes } from "./mistakes";',
    `export const ${name}: any = mistakes.find((mistake) => mistake.id === ${JSON.stringify(id)})!.run;`,
  ].join("\n");
}

describe.each(exercises)("the exercise $name of $lesson", async ({ lesson, path }) => {
  const files = exerciseFiles(path);
  const program = await readProgram(lesson, files.start, files.solution, files.check, files.mistakes);
  const source = (file: keyof typeof files) => program.modules[files[file]];
  const name = /function:\s*"(\w+)"/.exec(source("check"))?.[1] ?? "";
  const ids = [...source("mistakes").matchAll(/\bid:\s*"([^"]+)"/g)].map(([, id]) => id);

  it("accepts the solution", async () => {
    const verdict = await check(program, source("solution"));
    expect(verdict.failure).toBeUndefined();
    expect(verdict).toMatchObject({ passed: true });
  });

  it("refuses the start, and shows an input it fails on", async () => {
    const verdict = await check(program, source("start"));
    expect(verdict.passed).toBe(false);
    expect(verdict.failure?.given.length).toBeGreaterThan(0);
  });

  it("plants at least one mistake", () => {
    expect(ids.length).toBeGreaterThan(0);
  });

  it.each(ids)("calls the mistake %s by its name", async (id) => {
    const verdict = await check(program, asCandidate(name, id));
    expect(verdict.passed).toBe(false);
    expect(verdict.failure?.mistake?.id).toBe(id);
  });
});
