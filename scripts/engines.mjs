import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { findProgram, installDebian } from "./browser.mjs";

/** Where Debian's packages keep WebKitGTK's small browser, outside the PATH. */
const LIBRARIES = "/usr/lib";

/**
 * A Firefox on this machine: `$FIREFOX_PATH`, then the PATH, then the usual place.
 * @returns {string | undefined}
 */
export function findFirefox(env = process.env) {
  const places = ["/Applications/Firefox.app/Contents/MacOS/firefox"];
  return env.FIREFOX_PATH || findProgram(["firefox-esr", "firefox"], places, env);
}

/**
 * WebKitGTK on this machine: its driver, its browser, and the X server without a screen that it is shown on.
 * @returns {{ driver: string, browser: string, display: string } | undefined}
 */
export function findWebKit(env = process.env) {
  const driver = findProgram(["WebKitWebDriver"], [], env);
  const browser = findProgram(["MiniBrowser"], findMiniBrowsers(), env);
  const display = findProgram(["Xvfb"], [], env);
  return driver && browser && display ? { driver, browser, display } : undefined;
}

/** `/usr/lib/<machine>/webkit2gtk-<version>/MiniBrowser`, newest first. */
function findMiniBrowsers() {
  return list(LIBRARIES).flatMap((machine) =>
    list(join(LIBRARIES, machine))
      .filter((name) => name.startsWith("webkit2gtk-"))
      .sort()
      .reverse()
      .map((name) => join(LIBRARIES, machine, name, "MiniBrowser")),
  );
}

/** @param {string} folder */
function list(folder) {
  return existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [entry.name] : [],
      )
    : [];
}

/**
 * Installs the two other engines from Debian's packages where that is possible; says which are missing.
 * @returns {string[]} a sentence for each engine that is not here
 */
export function ensureEngines() {
  const packages = [
    ...(findFirefox() ? [] : ["firefox-esr"]),
    ...(findWebKit() ? [] : ["webkit2gtk-driver", "xvfb"]),
  ];
  if (packages.length > 0) installDebian(packages);
  return [
    ...(findFirefox()
      ? []
      : ["Firefox is not here: the hostile suite runs without it (Debian: firefox-esr)."]),
    ...(findWebKit()
      ? []
      : ["WebKitGTK is not here: the hostile suite runs without it (Debian: webkit2gtk-driver, xvfb)."]),
  ];
}
