import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { basePath } from "./base-path.mjs";
import { main, Stop } from "./cli.mjs";
import { compress } from "./compress.mjs";
import { generate } from "./generate.mjs";
import { hashInputs } from "./inputs.mjs";
import { checkLinks } from "./links.mjs";
import { OUT } from "./paths.mjs";
import { runPackage } from "./run.mjs";
import { indexPages } from "./search.mjs";
import { secure } from "./secure.mjs";
import { siteUrl } from "./site-url.mjs";
import { checkSizes } from "./size.mjs";

/** Written last, so that it stands for a whole build. */
const STAMP = join(OUT, "build.json");

/** Exports the site to `out/`, complete: no dead links, secured, compressed, within the size budget. */
export async function build() {
  const base = basePath();
  await generate();
  const site = siteUrl();
  const inputs = hashInputs(base + site);
  const status = await runPackage("next", ["build"], {
    env: { NEXT_TELEMETRY_DISABLED: "1", NEXT_PUBLIC_BASE_PATH: base, SITE_URL: site },
  });
  if (status !== 0) throw new Stop("`next build` failed: see its message above.");
  await checkLinks();
  await secure();
  await indexPages();
  stampServiceWorker(inputs);
  await compress();
  await checkSizes();
  writeFileSync(STAMP, `${JSON.stringify({ inputs, basePath: base })}\n`);
}

/** Whether `out/` is a whole build of what is on the disk now. */
export function isFresh() {
  return readStamp()?.inputs === hashInputs(basePath() + siteUrl());
}

/** @returns {{ inputs: string, basePath: string } | undefined} */
export function readStamp() {
  try {
    return JSON.parse(readFileSync(STAMP, "utf8"));
  } catch {
    return undefined;
  }
}

/** A service worker whose bytes differ is how browsers learn of a new build. @param {string} inputs */
function stampServiceWorker(inputs) {
  const file = join(OUT, "sw.js");
  const source = readFileSync(file, "utf8");
  if (!source.includes("__BUILD__")) throw new Stop("public/sw.js has lost its __BUILD__ mark; restore it.");
  writeFileSync(file, source.replace("__BUILD__", inputs.slice(0, 16)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main(() => build());
