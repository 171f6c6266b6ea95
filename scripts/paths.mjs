import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. (`import.meta.dirname` is newer than our oldest Node.) */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
/** The exported site: what a host serves. */
export const OUT = join(ROOT, "out");
/** Reports and caches of our own scripts; safe to delete. */
export const CACHE = join(ROOT, ".glassbox");
