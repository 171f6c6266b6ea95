import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { basePath } from "./base-path.mjs";
import { main, Stop } from "./cli.mjs";
import { findPages } from "./files.mjs";
import { listElements } from "./html.mjs";
import { OUT } from "./paths.mjs";

/** Fails when a link inside the site leads nowhere: a page, a file or a heading that does not exist. */
export async function checkLinks(out = OUT) {
  const pages = new Map(findPages(out).map((path) => [path, readPage(join(out, path))]));
  const broken = [...pages].flatMap(([path, { links }]) =>
    links.flatMap((link) => {
      const problem = findProblem(link, path, pages, out);
      return problem ? [`${path}: ${link} ${problem}`] : [];
    }),
  );
  if (broken.length > 0) throw new Stop(`Links that lead nowhere:\n  ${broken.join("\n  ")}`);
}

/** @typedef {{ links: string[], anchors: Set<string> }} Page */

/** @param {string} file @returns {Page} */
function readPage(file) {
  const elements = listElements(readFileSync(file, "utf8"));
  const links = elements.flatMap(({ tag, attributes }) =>
    tag === "a" && attributes.href ? [attributes.href] : [],
  );
  return { links, anchors: new Set(elements.map(({ attributes }) => attributes.id)) };
}

/**
 * @param {string} link
 * @param {string} from the page it stands on
 * @param {Map<string, Page>} pages
 * @param {string} out
 */
function findProblem(link, from, pages, out) {
  const base = basePath();
  const { origin, pathname, hash } = new URL(link, `http://site${base}/${from}`);
  if (origin !== "http://site") return undefined;
  if (!`${pathname}/`.startsWith(`${base}/`))
    return `leaves the site's folder ${base}; write it with withBase()`;
  const path = decodeURI(pathname.slice(base.length + 1)).replace(/(^|\/)$/, "$1index.html");
  const page = pages.get(path);
  if (!page) return existsSync(join(out, path)) ? undefined : "does not exist";
  // A fragment with a dot or a slash is a message to the page (an assignment link), not a place on it.
  const anchor = decodeURIComponent(hash.slice(1));
  return anchor && /^[\p{L}\p{N}_-]+$/u.test(anchor) && !page.anchors.has(anchor)
    ? "has no such anchor"
    : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main(() => checkLinks());
