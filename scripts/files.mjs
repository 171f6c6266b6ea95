import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Every file under a folder, as sorted paths relative to it with forward slashes.
 * @param {string} folder
 * @param {(name: string, isFolder: boolean) => boolean} [keep] by the entry's own name
 * @returns {string[]}
 */
export function listFiles(folder, keep = () => true) {
  /** @type {string[]} */
  const found = [];
  /** @param {string} under */
  const visit = (under) => {
    for (const entry of readdirSync(join(folder, under), { withFileTypes: true })) {
      const path = under ? `${under}/${entry.name}` : entry.name;
      if (!keep(entry.name, entry.isDirectory())) continue;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) found.push(path);
    }
  };
  visit("");
  return found.sort();
}

/** The exported pages, as paths in `out/`. @param {string} out */
export function findPages(out) {
  return listFiles(out).filter((path) => path.endsWith(".html"));
}
