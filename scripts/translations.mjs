import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { listFiles } from "./files.mjs";
import { ROOT } from "./paths.mjs";

/** Where texts for readers lie: one file a language, `en.*` beside `zh.*`. */
const FOLDERS = ["lessons", "lib", "components"];
const ENGLISH = /(^|\/)en(\.\w+)$/;
const TARGETS = ["zh"];

/**
 * The files that another language lacks: lessons (`zh.mdx`) and interface texts (`zh.ts`, `zh.json`).
 * @returns {{ locale: string, missing: string[] }[]}
 */
export function findUntranslated(root = ROOT) {
  const english = FOLDERS.filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => listFiles(join(root, folder)).map((path) => `${folder}/${path}`))
    .filter((path) => ENGLISH.test(path));
  return TARGETS.map((locale) => ({
    locale,
    missing: english
      .map((path) => path.replace(ENGLISH, `$1${locale}$2`))
      .filter((path) => !existsSync(join(root, path))),
  }));
}

export function printUntranslated(root = ROOT) {
  for (const { locale, missing } of findUntranslated(root)) {
    if (missing.length === 0) console.log(`Translations: ${locale} is complete.`);
    else console.log(`Not translated into ${locale} (${missing.length}):\n  ${missing.join("\n  ")}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) printUntranslated();
