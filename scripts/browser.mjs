import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Stop } from "./cli.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
/** Where installers put a browser without telling the PATH. */
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * A Chromium on this machine: `$CHROMIUM_PATH`, then the PATH, then the usual places.
 * @returns {string | undefined}
 */
export function findBrowser(env = process.env) {
  if (env.CHROMIUM_PATH) {
    if (isRunnable(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Stop(`CHROMIUM_PATH names ${env.CHROMIUM_PATH}, which cannot be run. Correct it or unset it.`);
  }
  return findProgram(NAMES, PLACES, env);
}

/** As `findBrowser`, but installs Debian's package where that is possible, and says what to do where not. */
export function ensureBrowser() {
  if (!findBrowser()) installDebian(["chromium"]);
  const found = findBrowser();
  if (found) return found;
  throw new Stop(
    "The browser tests need Chromium or Chrome and found none. Install one, " +
      "or name it: CHROMIUM_PATH=/path/to/chrome npm test",
  );
}

/**
 * The first of these programs on the PATH, else in the places where installers put it without telling the PATH.
 * @param {string[]} names
 * @param {string[]} [places]
 * @returns {string | undefined}
 */
export function findProgram(names, places = [], env = process.env) {
  const folders = (env.PATH ?? "").split(delimiter);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].find(
    isRunnable,
  );
}

/**
 * Installs Debian's packages where that is possible: as root, on Debian and its kin.
 * @param {string[]} packages
 */
export function installDebian(packages) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log(`Installing Debian's ${packages.join(", ")} …`);
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync("apt-get", args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  apt("update");
  apt("install", "-y", "--no-install-recommends", ...packages);
}

/** @param {string} path */
function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
