import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "../scripts/paths.mjs";
import { measureBandwidth } from "./bandwidth.mjs";
import { openDevTools } from "./devtools.mjs";
import { median } from "./statistics.mjs";

const PLACES = ["wasm", "onnx-wasm", "webgpu", "onnx-webgpu"];

/**
 * Every model that writes, in every place that this browser has.
 * @param {import("@playwright/test").Browser} browser
 * @param {import("./server.mjs").Server} server
 */
export async function measureEngines(browser, server) {
  const [page, worker] = await Promise.all(["bench/engines-page.ts", "lib/model/worker.ts"].map(bundle));
  const rows = [];
  for (const { name, bytes } of listWriters())
    for (const place of PLACES) {
      const row = await measurePlace(browser, server, { page, worker, name, place, bytes });
      if (row) rows.push(row);
    }
  return rows;
}

/**
 * One model in one place, in a fresh profile; nothing where the browser lacks the device.
 * @param {import("@playwright/test").Browser} browser
 * @param {import("./server.mjs").Server} server
 * @param {{ page: string, worker: string, name: string, place: string, bytes: number }} task
 */
async function measurePlace(browser, server, { page: script, worker, name, place, bytes: modelBytes }) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  /** @param {string} body */
  const answer = (body) => ({ contentType: "text/javascript", body });
  await page.route("**/bench/page.js", (route) => route.fulfill(answer(script)));
  await page.route("**/bench/worker.ts", (route) => route.fulfill(answer(worker))); // as `client.ts` asks for it
  await page.goto(`${server.origin}/en/models/`);
  const hasGpu = await page.evaluate(async () => Boolean(await navigator.gpu?.requestAdapter()));
  if (place.endsWith("webgpu") && !hasGpu) {
    await context.close();
    return undefined;
  }
  await page.addScriptTag({ url: "/bench/page.js", type: "module" });
  await page.waitForFunction("globalThis.measure");
  server.reset();
  const run = await page.evaluate(
    ([name, place]) => Reflect.get(globalThis, "measure")(name, place),
    [name, place],
  );
  const bytes = server.bytes();
  const memory = (await (await openDevTools(page)).measure()).page;
  const { residentFloor } = await measureBandwidth(page, modelBytes);
  await context.close();
  if (!place.endsWith(run.device)) return undefined;
  return {
    ...{ model: name, place, bytes, load: run.load, memory, floor: residentFloor },
    /** Tokens a second. */
    prefill: (1000 * run.read) / median(run.passes),
    /** Milliseconds a token. */
    decode: median(run.steps),
  };
}

/** @param {string} entry */
async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    define: { "process.env.NEXT_PUBLIC_BASE_PATH": '""' },
    logLevel: "error",
  });
  return outputFiles[0].text;
}

/** Models with a forward pass, and their bytes as float32. */
function listWriters() {
  const folder = join(ROOT, "public", "models");
  return readdirSync(folder).flatMap((name) => {
    const manifest = JSON.parse(readFileSync(join(folder, name, "manifest.json"), "utf8"));
    const writes = manifest.architecture === undefined || manifest.architecture === "moe";
    return writes ? [{ name, bytes: 4 * manifest.parameters }] : [];
  });
}
