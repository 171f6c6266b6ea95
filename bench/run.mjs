import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { ensureBrowser } from "../scripts/browser.mjs";
import { build, isFresh } from "../scripts/build.mjs";
import { main, Stop } from "../scripts/cli.mjs";
import { ROOT } from "../scripts/paths.mjs";
import { measureBandwidth } from "./bandwidth.mjs";
import { measureColdStart } from "./cold-start.mjs";
import { measureDecoding } from "./decoding.mjs";
import { measureEngines } from "./engines.mjs";
import { measureMemory } from "./memory.mjs";
import { measureNotebook } from "./notebook.mjs";
import { measurePrompts } from "./prompts.mjs";
import { startServer } from "./server.mjs";
import { measureSlider } from "./slider.mjs";
import { toTable } from "./table.mjs";

/** The lesson that is measured; its demo is `[data-demo="sampler"]`. */
const LESSON = "/en/learn/temperature/";
const MODEL = "story-1m";
/** Its cells named here, which use arrays and models, are run 1,000 times. */
const MEMORY = { lesson: "/en/learn/attention/", cells: ["with-arrays", "parting"] };
/** Milliseconds that the page is left alone once its model answers: its other instruments ask it first questions. */
const REST = 3_000;

/** `--save` also writes the table into bench/README.md. */
const SAVE = process.argv.includes("--save");

main(async () => {
  if (!isFresh()) await build();
  const server = await startServer();
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  try {
    const address = `${server.origin}${LESSON}`;
    const cold = await measureColdStart(browser, server, address);
    const page = await openLesson(browser, address);
    const results = {
      when: new Date().toISOString().slice(0, 10),
      machine: `${cpus()[0].model}, ${cpus().length} cores; Chromium ${browser.version()}`,
      cold,
      slider: await measureSlider(page),
      prompts: await measurePrompts(page),
      decoding: await measureDecoding(page),
      notebook: await measureNotebook(browser, address),
      bandwidth: await measureBandwidth(page, modelBytes()),
      engines: await measureEngines(browser, server),
      memory: await measureMemory(browser, `${server.origin}${MEMORY.lesson}`, MEMORY.cells),
    };
    const table = toTable(results);
    console.log(`\n${table}`);
    mkdirSync(join(ROOT, "bench", "results"), { recursive: true });
    writeFileSync(join(ROOT, "bench", "results", "latest.json"), `${JSON.stringify(results, null, 2)}\n`);
    if (SAVE) saveTable(table);
    return table.includes("**no**") ? 1 : 0;
  } finally {
    await browser.close();
    server.close();
  }
});

/**
 * The lesson with its demo live.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 */
async function openLesson(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block" });
  await page.goto(address);
  const demo = page.locator('[data-demo="sampler"]');
  await demo.scrollIntoViewIfNeeded();
  await page.locator('[data-demo="sampler"][data-state="live"]').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(REST);
  return page;
}

/** Bytes of the model's weights as float32, which is what each token of decoding has to read. */
function modelBytes() {
  const manifest = JSON.parse(readFileSync(join(ROOT, "public", "models", MODEL, "manifest.json"), "utf8"));
  return 4 * manifest.parameters;
}

/** @param {string} table */
function saveTable(table) {
  const file = join(ROOT, "bench", "README.md");
  const marks = /(<!-- table -->\n)[\s\S]*(<!-- end -->)/;
  const text = readFileSync(file, "utf8");
  if (!marks.test(text)) throw new Stop(`${file} has lost its <!-- table --> and <!-- end --> marks.`);
  writeFileSync(
    file,
    text.replace(marks, (_, start, end) => `${start}${table}\n${end}`),
  );
}
