import { spawn } from "node:child_process";
import { join, relative } from "node:path";
import { tsImport } from "tsx/esm/api";
import { CACHE, ROOT } from "./paths.mjs";

/**
 * Checks the types of every lesson's cells as their page joins them: each sees the names of the others, their
 * promises resolved. Resolves to whether all are right; errors name the files in `lessons/`.
 */
export async function checkCells() {
  const folder = join(CACHE, "cells");
  const { writeTypedCells } = await tsImport("../lib/content/typed-cells.ts", import.meta.url);
  const projects = await writeTypedCells(folder);
  let passed = true;
  for (const project of projects) {
    console.log(`Types of cells: ${relative(folder, project).split(/[\\/]/)[0]}`);
    const { status, text } = await runCompiler(project);
    process.stdout.write(text.replaceAll(`${relative(ROOT, folder)}/`, "lessons/"));
    passed &&= status === 0;
  }
  return passed;
}

/** @param {string} project @returns {Promise<{ status: number, text: string }>} */
function runCompiler(project) {
  const tsc = join(ROOT, "node_modules", "typescript", "lib", "tsc.js");
  const child = spawn(process.execPath, [tsc, "--noEmit", "--pretty", "false", "-p", project], { cwd: ROOT });
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  child.stderr.pipe(process.stderr);
  return new Promise((resolve) => child.on("close", (code) => resolve({ status: code ?? 1, text })));
}
