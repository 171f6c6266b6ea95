import { join } from "node:path";
import { main } from "./cli.mjs";
import { ensurePackages } from "./install.mjs";
import { CACHE } from "./paths.mjs";
import { runPackage } from "./run.mjs";
import { toTable } from "./seen.mjs";

/**
 * `npm run test:hostile`: attacks from inside a cell, in every engine that this machine has or can install; prints
 * what came of each attack in each engine.
 */
main(async () => {
  await ensurePackages();
  const { ensureBrowser } = await import("./browser.mjs");
  const { ensureEngines } = await import("./engines.mjs");
  const { build, isFresh } = await import("./build.mjs");
  const { readJson } = await import("./check.mjs");
  const browser = ensureBrowser();
  const missing = ensureEngines();
  if (!isFresh()) await build();
  const status = await runPackage("@playwright/test", ["test", "--project=hostile-*"], {
    env: { CHROMIUM_PATH: browser, HOSTILE_ENGINES: "all" },
  });
  for (const line of toTable(readJson(join(CACHE, "playwright.json")))) console.log(line);
  for (const sentence of missing) console.log(sentence);
  return status;
});
