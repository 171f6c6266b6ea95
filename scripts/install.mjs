import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Stop } from "./cli.mjs";
import { ROOT } from "./paths.mjs";
import { npm, run } from "./run.mjs";

/** Installs the locked packages unless `node_modules/` already holds exactly them. */
export async function ensurePackages() {
  const reason = whyInstall();
  if (!reason) return;
  console.log(`Installing packages (${reason}) …`);
  const [command, ...args] = npm();
  const options = ["--include=dev", "--no-audit", "--no-fund"];
  if ((await run(command, [...args, "ci", ...options])) === 0) return;
  // `npm ci` is strict to the letter; a lock it refuses can still tell `npm install` every version.
  console.log("`npm ci` did not work (see above); trying `npm install` with the same lock …");
  if ((await run(command, [...args, "install", "--no-save", ...options])) === 0) return;
  throw new Stop("The packages could not be installed: see npm's message above. It needs the network, once.");
}

/**
 * npm writes what it installed to `node_modules/.package-lock.json` as its last act, so comparing that with
 * our lock tells more than a date or a stamp: also after an install that was broken off or done by hand.
 * @returns {string | undefined} why an install is needed
 */
export function whyInstall(root = ROOT) {
  const wanted = readPackages(join(root, "package-lock.json"));
  if (!wanted)
    throw new Stop(`${root} has no readable package-lock.json. Restore it: git checkout package-lock.json`);
  const installed = readPackages(join(root, "node_modules", ".package-lock.json"));
  if (!installed) return "first time here";
  for (const [path, { version, optional, devOptional, link }] of Object.entries(wanted)) {
    if (path === "" || link) continue;
    const found = installed[path]?.version;
    // An optional package is left out where it does not fit the machine.
    if (found === undefined && (optional || devOptional)) continue;
    if (found !== version) return `${path.replace(/^.*node_modules\//, "")} ${version} is missing`;
  }
  return undefined;
}

/**
 * @param {string} file
 * @returns {Record<string, { version: string, optional?: boolean, devOptional?: boolean, link?: boolean }> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}
