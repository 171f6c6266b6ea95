import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { main } from "./cli.mjs";
import { listFiles } from "./files.mjs";
import { generate } from "./generate.mjs";
import { CACHE, ROOT } from "./paths.mjs";
import { report, single } from "./results.mjs";
import { runPackage } from "./run.mjs";
import { printUntranslated } from "./translations.mjs";
import { checkCells } from "./type-cells.mjs";

/** @typedef {import("./results.mjs").Result} Result */

const NOT_OURS = new Set(["node_modules", "out", ".next", ".git", ".venv", ".glassbox"]);

/**
 * Format, lint, types and unit tests; all of them, also after one has failed.
 * @returns {Promise<Result[]>}
 */
export async function check() {
  await generate({ types: true });
  const results = [
    single("format and lint", (await runPackage("@biomejs/biome", ["check", "--error-on-warnings"])) === 0),
  ];
  for (const project of findProjects()) {
    console.log(`Types: ${project}`);
    results.push(
      single(`types ${project}`, (await runPackage("typescript", ["--noEmit", "-p", project])) === 0),
    );
  }
  results.push(single("types of cells", await checkCells()));
  results.push(await unitTests());
  printUntranslated();
  return results;
}

/** Every tsconfig.json of the repository: workers and scripts live in other worlds than pages. */
function findProjects() {
  return listFiles(ROOT, (name) => !NOT_OURS.has(name)).filter((path) =>
    /(^|\/)tsconfig[\w.-]*\.json$/.test(path),
  );
}

/** @returns {Promise<Result>} */
async function unitTests() {
  const file = join(CACHE, "vitest.json");
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const status = await runPackage("vitest", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  return toUnitResult(status, readJson(file));
}

/**
 * @param {number} status
 * @param {any} json Vitest's JSON report, when it got so far
 * @returns {Result}
 */
export function toUnitResult(status, json) {
  const failed = json?.numFailedTests ?? 0;
  return {
    suite: "unit tests",
    passed: json?.numPassedTests ?? 0,
    // A file that cannot even be loaded fails without a failed test.
    failed: status !== 0 && failed === 0 ? 1 : failed,
    skipped: (json?.numPendingTests ?? 0) + (json?.numTodoTests ?? 0),
  };
}

/** @param {string} file @returns {any} */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main(async () => report(await check()));
