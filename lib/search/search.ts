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
  sub_results: { title: string; url: string; excerpt: string }[];
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

function toHit({ url, meta, excerpt, sub_results }: Page): Hit {
  const title = meta.title ?? url;
  const passages = sub_results.length > 0 ? sub_results : [{ title, url, excerpt }];
  return {
    title,
    address: url,
    passages: passages.slice(0, passagesShown).map((passage) => ({
      title: passage.title,
      address: passage.url,
      excerpt: toSegments(passage.excerpt),
    })),
  };
}
