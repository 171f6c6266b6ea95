import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "./files.mjs";
import { ROOT } from "./paths.mjs";

/** Folders that the exported site is made from. Training, tests and benchmarks do not shape it. */
const FOLDERS = ["app", "lessons", "components", "lib", "public", "scripts"];
const ROOT_FILES = /^(package(-lock)?\.json|[\w.-]+\.config\.[cm]?[jt]s|tsconfig[\w.-]*\.json|[\w-]+\.tsx?)$/;
const NOT_INPUTS = /\.(test\.\w+|tsbuildinfo|d\.ts)$|^(playwright|vitest)\.config/;

/**
 * One hash over everything that the site is built from; `npm start` builds again only when it changes.
 * Read from the disk, not from git, so that a downloaded archive works like a clone.
 * @param {string} [basePath]
 */
export function hashInputs(basePath = "", root = ROOT) {
  const hash = createHash("sha256").update(basePath);
  for (const path of listInputs(root)) {
    const content = readFileSync(join(root, path));
    hash.update(`\0${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** @param {string} root */
function listInputs(root) {
  const top = readdirSync(root).filter((name) => ROOT_FILES.test(name));
  const deep = FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    listFiles(join(root, folder), (name) => name !== "node_modules" && name !== ".DS_Store").map(
      (path) => `${folder}/${path}`,
    ),
  );
  return [...top, ...deep].filter((path) => !NOT_INPUTS.test(path)).sort();
}
