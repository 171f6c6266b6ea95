import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { basePath } from "./base-path.mjs";
import { main, Stop } from "./cli.mjs";
import { findPages } from "./files.mjs";
import { listElements } from "./html.mjs";
import { OUT } from "./paths.mjs";

/** Compressed JavaScript a page may ask for before the reader asks for a model or the editor, in bytes. */
const SCRIPT_BUDGET = 250_000;
/** Fonts a page may preload before its first paint. */
const FONT_BUDGET = 2;
const ROWS_SHOWN = 12;

/**
 * Measures what each exported page makes a browser load at once, prints the heaviest pages, and fails over
 * budget. Code that a page loads later (model, editor, a demo below the fold) is measured by `npm run bench`.
 */
export async function checkSizes(out = OUT) {
  const rows = findPages(out)
    .map((page) => ({ page, ...measurePage(out, page) }))
    .sort((a, b) => b.script - a.script);
  console.log("\nheaviest pages, kB (brotli)          JS   CSS  HTML  fonts");
  for (const { page, script, style, html, fonts } of rows.slice(0, ROWS_SHOWN)) {
    const numbers = [script, style, html].map((bytes) => (bytes / 1000).toFixed(1).padStart(6)).join("");
    console.log(`${page.padEnd(33)}${numbers}  ${String(fonts).padStart(5)}`);
  }
  if (rows.length > ROWS_SHOWN) console.log(`and ${rows.length - ROWS_SHOWN} lighter pages`);
  const over = rows.flatMap(({ page, script, fonts }) => [
    ...(script > SCRIPT_BUDGET
      ? [`${page}: ${script} bytes of JavaScript; the budget is ${SCRIPT_BUDGET}`]
      : []),
    ...(fonts > FONT_BUDGET ? [`${page}: preloads ${fonts} fonts; the budget is ${FONT_BUDGET}`] : []),
  ]);
  if (over.length > 0) {
    throw new Stop(
      `Over the size budget:\n  ${over.join("\n  ")}\nLoad what is not needed at once with next/dynamic.`,
    );
  }
}

/**
 * Bytes over the wire of what one page's HTML names.
 * @param {string} out
 * @param {string} page
 */
export function measurePage(out, page) {
  const elements = listElements(readFileSync(join(out, page), "utf8"));
  const scripts = new Set();
  const styles = new Set();
  const fonts = new Set();
  for (const { tag, attributes: at } of elements) {
    // `nomodule` scripts are for browsers that are too old for the course; current ones skip them.
    if (tag === "script" && at.src && !("nomodule" in at)) scripts.add(at.src);
    if (tag !== "link" || !at.href) continue;
    if (at.rel === "modulepreload" || (at.rel === "preload" && at.as === "script")) scripts.add(at.href);
    if (at.rel === "stylesheet") styles.add(at.href);
    if (at.rel === "preload" && at.as === "font") fonts.add(at.href);
  }
  return {
    script: sum(scripts, out),
    style: sum(styles, out),
    html: wireBytes(join(out, page)),
    fonts: fonts.size,
  };
}

/**
 * @param {Set<string>} addresses
 * @param {string} out
 */
function sum(addresses, out) {
  return [...addresses].reduce((bytes, address) => bytes + wireBytes(toFile(address, out)), 0);
}

/**
 * The file behind an address of the site.
 * @param {string} address
 * @param {string} out
 */
function toFile(address, out) {
  const path = decodeURI(address.split(/[?#]/)[0]).slice(basePath().length);
  const file = join(out, path);
  if (!existsSync(file))
    throw new Stop(`A page names ${address}, but ${file} does not exist. Build again: npm run build`);
  return file;
}

/** @param {string} file */
function wireBytes(file) {
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main(() => checkSizes());
