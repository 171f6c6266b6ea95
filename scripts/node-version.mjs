import { readFileSync } from "node:fs";

/**
 * Stops with one clear line on a Node older than package.json's "engines" allow. Entry points call this before
 * they import anything else: an import that an old Node cannot read would fail first, with words about syntax.
 */
export function requireNode() {
  const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const minimum = engines.node.replace(/[^\d.]/g, "");
  const [wantedMajor, wantedMinor] = minimum.split(".").map(Number);
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  console.error(
    `Glassbox needs Node.js ${minimum} or newer; this is ${process.version} (${process.execPath}). ` +
      "Install a current version of Node.js, then run the same command again.",
  );
  process.exit(1);
}
