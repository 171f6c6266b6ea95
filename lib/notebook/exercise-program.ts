import type { Program } from "./program";

/** Paths of the four files of an exercise folder ("exercises/top-p"). */
export function exerciseFiles(folder: string) {
  return {
    start: `${folder}/start.ts`,
    solution: `${folder}/solution.ts`,
    check: `${folder}/check.ts`,
    mistakes: `${folder}/mistakes.ts`,
  };
}

/** Path of the module, made here, that runs the check. */
export function checkEntry(folder: string): string {
  return `${folder}/run-check.ts`;
}

/**
 * The program that checks `candidate` (the reader's version of start.ts) against the folder's other files and
 * shows a verdict. It runs in the sandbox and in Node alike.
 */
export function toCheckProgram(program: Program, candidate: string): Program {
  const folder = program.entry.split("/").slice(0, -1).join("/");
  const entry = checkEntry(folder);
  const { start } = exerciseFiles(folder);
  return { entry, focus: start, modules: { ...program.modules, [start]: candidate, [entry]: runCheck } };
}

const runCheck = `
import { checkExercise } from "glassbox/exercise";
import * as candidate from "./start";
import * as reference from "./solution";
import { check } from "./check";
import { mistakes } from "./mistakes";
const { show, locate } = globalThis.__glassbox;
show(await checkExercise({ candidate, reference, check, mistakes, locate }));
`.trimStart();
