import { join } from "node:path";
import { main, Stop } from "./cli.mjs";
import { ensurePackages } from "./install.mjs";
import { CACHE } from "./paths.mjs";
import { pythonTests } from "./python.mjs";
import { report, single } from "./results.mjs";
import { runPackage } from "./run.mjs";

/** @typedef {import("./results.mjs").Result} Result */

/** `npm test`: installs what is missing, then runs everything; later suites run also when earlier ones fail. */
export function testAll() {
  main(async () => {
    await ensurePackages();
    // These need the packages, so they are loaded only now.
    const { ensureBrowser } = await import("./browser.mjs");
    const { check } = await import("./check.mjs");
    const { build, isFresh } = await import("./build.mjs");

    heading("check");
    const results = await attempt("check", check);
    heading("build");
    const built = await attempt("build", async () => {
      if (!isFresh()) await build();
      return [single("build and budgets", true)];
    });
    results.push(...built);
    heading("training");
    results.push(...(await attempt("training (Python)", async () => [await pythonTests()])));
    heading("browser");
    if (built.every(({ failed }) => failed === 0)) {
      results.push(...(await attempt("browser tests", async () => [await browserTests(ensureBrowser())])));
    } else {
      results.push({ suite: "browser tests", passed: 0, failed: 1, note: "not run: there is no build" });
    }
    return report(results);
  });
}

/**
 * @param {string} browser
 * @returns {Promise<Result>}
 */
async function browserTests(browser) {
  const { readJson } = await import("./check.mjs");
  const status = await runPackage("@playwright/test", ["test"], { env: { CHROMIUM_PATH: browser } });
  const stats = readJson(join(CACHE, "playwright.json"))?.stats;
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
  return {
    suite: "browser tests",
    passed: stats?.expected ?? 0,
    failed: status !== 0 && failed === 0 ? 1 : failed,
    skipped: stats?.skipped ?? 0,
  };
}

/**
 * A suite that breaks counts as failed and lets the others run.
 * @param {string} suite
 * @param {() => Promise<Result[]>} work
 * @returns {Promise<Result[]>}
 */
async function attempt(suite, work) {
  try {
    return await work();
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    return [single(suite, false)];
  }
}

/** @param {string} title */
function heading(title) {
  console.log(`\n─ ${title} ${"─".repeat(60 - title.length)}`);
}
