import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import * as pagefind from "pagefind";
import { main, Stop } from "./cli.mjs";
import { OUT } from "./paths.mjs";

/** What a page shows but does not say: code, numbers in pictures, help that gives answers away. */
const IGNORED = [
  "pre",
  "nav",
  "button",
  "[role=status]",
  "[data-demo] > :not(h3)",
  "[data-cell] > :not(header)",
  "[data-hint]",
  "[data-solution]",
  "[popover]",
  "svg",
];
/** Pagefind's own interface; ours is `components/course/SearchDialog`. */
const NOT_OURS = /^pagefind-(?!worker\.js$)[\w-]+\.(js|css)$/;

/**
 * Indexes what stands in `data-pagefind-body` of every exported page into `out/pagefind/`: files that a browser
 * searches by itself, fetching only the parts that hold its words.
 */
export async function indexPages(out = OUT) {
  try {
    const { index } = await pagefind.createIndex({ excludeSelectors: IGNORED });
    if (!index) throw new Stop("Pagefind did not start. Is its package for this system installed? npm ci");
    const { errors, page_count } = await index.addDirectory({ path: out });
    const files = await index.getFiles();
    const problems = [...errors, ...files.errors];
    if (problems.length > 0) throw new Stop(`The pages could not be indexed:\n  ${problems.join("\n  ")}`);
    for (const { path, content } of files.files.filter((file) => !NOT_OURS.test(file.path))) {
      const file = join(out, "pagefind", path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    console.log(`Search: indexed the pages with text among ${page_count}.`);
  } finally {
    await pagefind.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main(() => indexPages());
