import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./paths.mjs";

/**
 * Completes package-lock.json. Some packages ship one optional part for each system, and `npm ci` refuses a lock
 * that lacks any of them, on every system. A registry mirror that does not carry all parts makes npm leave them
 * out silently when it writes the lock. Their versions are fixed by the package they belong to, so they can be
 * written down without asking anybody. Run after `npm install` when the test of the lock fails.
 */

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, engines?: object, optionalDependencies?: Record<string, string> }} Locked */

/**
 * The entries that a lock lacks, by path.
 * @param {Record<string, Locked>} packages `packages` of the lock
 * @returns {Record<string, Locked & { cpu?: string[], os?: string[], libc?: string[] }>}
 */
export function findMissingParts(packages) {
  return Object.fromEntries(
    Object.entries(packages).flatMap(([path, owner]) =>
      Object.entries(owner.optionalDependencies ?? {})
        .filter(([name, version]) => !isLocked(packages, path, name) && /^\d[\w.+-]*$/.test(version))
        .map(([name, version]) => [`node_modules/${name}`, toEntry(name, version, owner)]),
    ),
  );
}

/**
 * Whether `name`, asked for by the package at `path`, is found as Node finds it: here or in a folder above.
 * @param {Record<string, Locked>} packages
 * @param {string} path
 * @param {string} name
 */
function isLocked(packages, path, name) {
  for (let folder = path; ; folder = folder.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, "")) {
    if (`${folder ? `${folder}/` : ""}node_modules/${name}` in packages) return true;
    if (folder === "") return false;
  }
}

/**
 * System and processor are in the names of such parts: `@next/swc-darwin-arm64`, `…-linux-x64-musl`.
 * @param {string} name
 * @param {string} version
 * @param {Locked} owner
 */
function toEntry(name, version, owner) {
  const find = (/** @type {RegExp} */ pattern) => pattern.exec(name)?.slice(0, 1);
  const parts = {
    cpu: find(/arm64|x64|ia32|arm/),
    os: find(/android|darwin|freebsd|linux|win32/),
    libc: find(/musl/),
  };
  return { version, ...parts, ...(owner.dev && { dev: true }), optional: true, engines: owner.engines };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const file = join(ROOT, "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = findMissingParts(lock.packages);
  const packages = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
  console.log(`package-lock.json: ${Object.keys(missing).length} entries added.`);
}
