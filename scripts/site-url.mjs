import { Stop } from "./cli.mjs";

/**
 * Where the site will live, from `SITE_URL`, for what has to name itself in full: citations, the feed, previews
 * of links. Empty where that is not known yet; the site works all the same.
 */
export function siteUrl(value = process.env.SITE_URL ?? "") {
  const url = value.replace(/\/+$/, "");
  if (url === "" || /^https?:\/\/[\w.-]+(:\d+)?$/.test(url)) return url;
  throw new Stop(
    `SITE_URL is "${value}"; it must look like https://name.example, without a folder (that is BASE_PATH).`,
  );
}
