import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CACHE, ROOT } from "./paths.mjs";
import { run } from "./run.mjs";

/** @typedef {import("./results.mjs").Result} Result */

const TRAINING = join(ROOT, "training");
const VENV = join(TRAINING, ".venv");
const VENV_PYTHON = join(
  VENV,
  ...(process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"]),
);

/**
 * The tests of the training code, in its own environment. Readers and web authors need no Python: where it is
 * missing, one line says so. CI must have it.
 * @returns {Promise<Result>}
 */
export async function pythonTests() {
  if (!existsSync(join(TRAINING, "tests"))) return skipped("training/tests does not exist");
  const python = findPython();
  if (!python) return skipped("no Python 3.11 or newer here");
  const problem = await ensureVenv(python);
  if (problem) return process.env.CI ? { ...skipped(problem), failed: 1 } : skipped(problem);
  const file = join(CACHE, "pytest.xml");
  mkdirSync(CACHE, { recursive: true });
  rmSync(file, { force: true });
  const status = await run(VENV_PYTHON, ["-m", "pytest", "training/tests", "-q", `--junitxml=${file}`]);
  return toPythonResult(status, existsSync(file) ? readFileSync(file, "utf8") : "");
}

/**
 * @param {number} status pytest's exit status
 * @param {string} xml its JUnit report
 * @returns {Result}
 */
export function toPythonResult(status, xml) {
  const count = (/** @type {string} */ name) =>
    Number(new RegExp(`<testsuite [^>]*\\b${name}="(\\d+)"`).exec(xml)?.[1] ?? 0);
  const failed = count("failures") + count("errors");
  const skippedTests = count("skipped");
  return {
    suite: "training (Python)",
    passed: count("tests") - failed - skippedTests,
    // Also when pytest stopped before it ran anything, or found no test.
    failed: status !== 0 && failed === 0 ? 1 : failed,
    skipped: skippedTests,
  };
}

/** @returns {string | undefined} */
function findPython() {
  const candidates = [process.env.PYTHON, "python3", "python"].filter((name) => name !== undefined);
  const test = "import sys; sys.exit(sys.version_info < (3, 11))";
  return candidates.find((name) => spawnSync(name, ["-c", test]).status === 0);
}

/**
 * @param {string} python
 * @returns {Promise<string | undefined>} what went wrong
 */
async function ensureVenv(python) {
  const requirements = readFileSync(join(TRAINING, "requirements.txt"));
  const hash = createHash("sha256").update(requirements).digest("hex");
  const stamp = join(VENV, "requirements.sha256");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return undefined;
  console.log("Installing the training code's Python packages into training/.venv …");
  if (!existsSync(VENV_PYTHON) && (await run(python, ["-m", "venv", VENV])) !== 0) {
    return "`python3 -m venv` failed; on Debian: apt-get install python3-venv";
  }
  const install = [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "-r",
    "training/requirements.txt",
  ];
  if ((await run(VENV_PYTHON, install)) !== 0) return "pip could not install training/requirements.txt";
  writeFileSync(stamp, hash);
  return undefined;
}

/** @param {string} note @returns {Result} */
function skipped(note) {
  console.log(`Training tests not run: ${note}.`);
  return { suite: "training (Python)", passed: 0, failed: 0, note: `not run: ${note}` };
}
