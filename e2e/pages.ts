import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const OUT = fileURLToPath(new URL("../out", import.meta.url));

/** Addresses of all exported pages, found on the disk; the page for errors is not one of them. */
export function findAddresses(): string[] {
  return readdirSync(OUT, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /(^|\/)index\.html$/.test(path) && !/^(404|_not-found)\//.test(path))
    .map((path) => `/${path.replace(/index\.html$/, "")}`)
    .sort();
}

/** Addresses of all lessons. */
export function findLessons(): string[] {
  return findAddresses().filter((address) => /^\/[a-z]{2}\/learn\/./.test(address));
}
