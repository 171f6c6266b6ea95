/** The folder of its host that the site lives in: "" at a domain's root, else "/name". Set by `BASE_PATH`. */
export const BASE = process.env.NEXT_PUBLIC_BASE_PATH ?? "";

/** The address of a file of the site: `withBase("/models/story-1m/manifest.json")`. */
export function withBase(path: `/${string}`): string {
  return BASE + path;
}
