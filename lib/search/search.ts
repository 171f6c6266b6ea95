import { withBase } from "@/lib/base";
import { type Segment, toSegments } from "./segments";

/** A page that holds the words, with the passages that do. */
export interface Hit {
  title: string;
  address: string;
  passages: Passage[];
}

export interface Passage {
  /** The heading above it. */
  title: string;
  /** Leads to that heading. */
  address: string;
  excerpt: Segment[];
}

export type Search = (signal: AbortSignal, words: string) => Promise<Hit[]>;

const pagesShown = 8;
const passagesShown = 3;

/** What the index's own script exports, as far as it is used here. */
interface Pagefind {
  options(options: { excerptLength: number; metaCacheTag: string }): Promise<void>;
  init(): Promise<void>;
  search(words: string): Promise<{ results: { data(): Promise<Page> }[] }>;
}

interface Page {
  url: string;
  meta: { title?: string };
  excerpt: string;
  sub_results: Found[];
}

interface Found {
  title: string;
  url: string;
  excerpt: string;
  /** One for each word found; rare words score more than common ones. */
  weighted_locations?: { balanced_score: number }[];
}

/** Loads the index that `scripts/search.mjs` makes of the built pages. Rejects where it cannot be fetched. */
export async function openSearch(): Promise<Search> {
  const script = withBase("/pagefind/pagefind.js");
  const pagefind: Pagefind = await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ script);
  // A fixed tag instead of the time: with one address the answer can be kept for use offline.
  await pagefind.options({ excerptLength: 22, metaCacheTag: "index" });
  await pagefind.init();
  return async (signal, words) => {
    const { results } = await pagefind.search(words);
    signal.throwIfAborted();
    const pages = await Promise.all(results.slice(0, pagesShown).map((result) => result.data()));
    signal.throwIfAborted();
    return pages.map(toHit);
  };
}

/** The best passages of a page, in the order of the page. */
function toHit({ url, meta, excerpt, sub_results }: Page): Hit {
  const title = meta.title ?? url;
  const found: Found[] = sub_results.length > 0 ? sub_results : [{ title, url, excerpt }];
  const best = [...found].sort((a, b) => scoreOf(b) - scoreOf(a)).slice(0, passagesShown);
  const passages = found
    .filter((passage) => best.includes(passage))
    .map((passage) => ({
      title: passage.title,
      address: passage.url,
      excerpt: toSegments(passage.excerpt),
    }));
  return { title, address: url, passages };
}

function scoreOf({ weighted_locations = [] }: Found): number {
  return weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
}
