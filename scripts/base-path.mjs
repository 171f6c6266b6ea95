import { Stop } from "./cli.mjs";

/**
 * The folder of its host that the site will live in, from `BASE_PATH`: "" for a domain's root (the default),
 * "/glassbox" for `https://name.example/glassbox/`.
 */
export function basePath(value = process.env.BASE_PATH ?? "") {
  const path = value.replace(/\/+$/, "");
  if (path === "" || /^(\/[\w.~-]+)+$/.test(path)) return path;
  throw new Stop(
    `BASE_PATH is "${value}"; it must look like /glassbox (a slash, then a plain name), or be empty.`,
  );
}
