import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main, Stop } from "./cli.mjs";
import { findPages, listFiles } from "./files.mjs";
import { listElements } from "./html.mjs";
import { OUT } from "./paths.mjs";
import { contentPolicy, sandboxHashes, scriptHash } from "./policy.mjs";

/** Elements that fetch something the moment the page shows them, and the attributes that name it. */
const LOADERS = {
  script: ["src"],
  img: ["src", "srcset"],
  source: ["src", "srcset"],
  video: ["src", "poster"],
  audio: ["src"],
  track: ["src"],
  input: ["src"],
  image: ["href", "xlink:href"],
  use: ["href", "xlink:href"],
};
const LOADING_LINKS =
  /\b(stylesheet|preload|modulepreload|prefetch|preconnect|dns-prefetch|icon|apple-touch-icon|manifest)\b/;
/** Elements that the policy forbids; a page that ships one would break without a word. */
const FORBIDDEN = new Set(["iframe", "frame", "object", "embed", "base", "portal", "fencedframe"]);
/** Script types that are data: never run, so never hashed. */
const DATA_SCRIPT = /^(application|text)\/(ld\+)?json$|^text\/(plain|template)$/;

/**
 * Writes into every exported page a Content-Security-Policy that allows the page's own inline scripts by hash
 * and nothing else. As a `<meta>` it travels with the files to any host.
 */
export async function secure(out = OUT) {
  const sandbox = await sandboxHashes();
  const pages = findPages(out);
  if (pages.length === 0) throw new Stop(`${out} has no page to secure. Build first: npm run build`);
  const problems = listFiles(out)
    .filter((path) => path.endsWith(".css"))
    .flatMap((path) =>
      findCssProblems(readFileSync(join(out, path), "utf8")).map((found) => `${path}: ${found}`),
    );
  for (const path of pages) {
    const html = readFileSync(join(out, path), "utf8");
    problems.push(...findProblems(html).map((found) => `${path}: ${found}`));
    writeFileSync(join(out, path), addPolicy(html, sandbox));
  }
  if (problems.length > 0) {
    throw new Stop(`The exported pages break the security policy:\n  ${[...new Set(problems)].join("\n  ")}`);
  }
  console.log(`Security policy written into ${pages.length} pages.`);
}

/**
 * What a page must not contain, one sentence each.
 * @param {string} html
 * @returns {string[]}
 */
export function findProblems(html) {
  /** @type {string[]} */
  const problems = [];
  for (const { tag, attributes, text } of listElements(html)) {
    if (FORBIDDEN.has(tag)) problems.push(`<${tag}> is blocked by the policy; remove it`);
    for (const [name, value] of Object.entries(attributes)) {
      if (/^on/i.test(name)) {
        problems.push(
          `inline event handler ${name} on <${tag}> cannot be allowed by a hash; add it from a script`,
        );
      }
      if (/^\s*javascript:/i.test(value))
        problems.push(`javascript: address in ${name} of <${tag}>; use a button`);
    }
    for (const name of loadingAttributes(tag, attributes)) {
      if (isElsewhere(attributes[name])) {
        problems.push(
          `<${tag} ${name}> loads from another origin: ${attributes[name]}; ship the file with the site`,
        );
      }
    }
    if (tag === "style") problems.push(...findCssProblems(text));
  }
  return problems;
}

/** @param {string} css */
export function findCssProblems(css) {
  const addresses = css.matchAll(/url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)/gi);
  return [...addresses]
    .map(([, url, imported]) => url ?? imported)
    .filter(isElsewhere)
    .map((url) => `a style loads from another origin: ${url}; ship the file with the site`);
}

/**
 * The page with its policy as early in `<head>` as possible: right after `<meta charset>`, which browsers look
 * for in the first 1,024 bytes only. A policy from an earlier run is replaced.
 * @param {string} source
 * @param {string[]} moreHashes
 */
export function addPolicy(source, moreHashes = []) {
  const html = removePolicy(source);
  const elements = listElements(html);
  const head = elements.find(({ tag }) => tag === "head");
  if (!head)
    throw new Stop("A page has no <head> tag, so the policy has no place. Is app/[locale]/layout.tsx sound?");
  const hashes = elements.filter(isInlineScript).map(({ text }) => scriptHash(text));
  const policy = contentPolicy([...new Set([...hashes, ...moreHashes])].sort());
  const first = elements[elements.indexOf(head) + 1];
  const place = first?.tag === "meta" && "charset" in first.attributes ? first.end : head.startTagEnd;
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}"/>`;
  return html.slice(0, place) + meta + html.slice(place);
}

/** @param {string} html */
function removePolicy(html) {
  const old = listElements(html).find(
    ({ tag, attributes }) =>
      tag === "meta" && attributes["http-equiv"]?.toLowerCase() === "content-security-policy",
  );
  return old ? html.slice(0, old.start) + html.slice(old.end) : html;
}

/** @param {import("./html.mjs").Element} element */
function isInlineScript({ tag, attributes }) {
  return tag === "script" && !("src" in attributes) && !DATA_SCRIPT.test(attributes.type ?? "");
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 */
function loadingAttributes(tag, attributes) {
  if (tag === "link") return LOADING_LINKS.test(attributes.rel ?? "") ? ["href"] : [];
  return (LOADERS[/** @type {keyof typeof LOADERS} */ (tag)] ?? []).filter((name) => name in attributes);
}

/** @param {string | undefined} address */
function isElsewhere(address) {
  if (/^\s*data:/i.test(address ?? "")) return false;
  return /(^|[\s,])(https?:)?\/\//i.test(address ?? "");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main(() => secure());
