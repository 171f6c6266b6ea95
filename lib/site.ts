import { BASE } from "./base";

/** Where the site will live, e.g. `https://glassbox.example`, if the build was told: `SITE_URL`. */
const SITE = process.env.SITE_URL?.replace(/\/+$/, "");

/** A full address, for what leaves the site: citations, feeds, link previews. Undefined where nobody knows it. */
export function toFullAddress(path: `/${string}`, site = SITE): string | undefined {
  return site === undefined || site === "" ? undefined : site + BASE + path;
}
