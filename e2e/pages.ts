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

/** All addresses but those of embedded demos, of which one stands for the others: each is part of a lesson too. */
export function findDistinctAddresses(): string[] {
  const all = findAddresses();
  const [embedded] = all.filter((address) => address.includes("/embed/"));
  return all.filter((address) => !address.includes("/embed/") || address === embedded);
}

/** Addresses of all lessons. */
export function findLessons(): string[] {
  return findAddresses().filter((address) => /^\/[a-z]{2}\/learn\/./.test(address));
}
