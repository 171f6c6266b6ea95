import { toAnchor } from "./anchor";
import styles from "./Sources.module.css";

/** One entry of a lesson's `sources`. */
export interface Source {
  /** What `<Cite id="…"/>` calls it: "holtzman2020". */
  id: string;
  title: string;
  authors: string;
  year: string;
  url?: string;
}

/** Throws, and so fails the build, if the frontmatter lists no such source. */
export function findSource(sources: readonly Source[], id: string): Source {
  const found = sources.find((source) => source.id === id);
  if (found) return found;
  const known = sources.map((source) => source.id).join(", ") || "none";
  throw new Error(`<Cite id="${id}"/>: the frontmatter lists no source "${id}". It lists: ${known}.`);
}

/** "Ari Holtzman, Jan Buys, Li Du" → "Holtzman et al. 2020"; a single author (often an institution) stays whole. */
export function toShortName({ authors, year }: Pick<Source, "authors" | "year">): string {
  const names = authors.split(",").map((name) => name.trim());
  const last = (name: string) => name.split(" ").at(-1);
  if (names.length === 1) return `${authors} ${year}`;
  if (names.length === 2) return `${last(names[0])} and ${last(names[1])} ${year}`;
  return `${last(names[0])} et al. ${year}`;
}

interface CiteProps {
  id: string;
  /** The lesson's, from its frontmatter; the registry gives them. */
  sources: readonly Source[];
}

/** "Holtzman et al. 2020", leading to its entry in the list. */
export function Cite({ id, sources }: CiteProps) {
  const source = findSource(sources, id);
  return (
    <a className={styles.cite} href={`#${toAnchor("source", id)}`} title={source.title}>
      {toShortName(source)}
    </a>
  );
}

/** The lesson's list of sources. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  return (
    <ul className={styles.sources}>
      {sources.map((source) => (
        <li key={source.id} id={toAnchor("source", source.id)}>
          {source.authors} ({source.year}). <cite>{source.title}</cite>.{" "}
          {source.url && <a href={source.url}>{toAddress(source.url)}</a>}
        </li>
      ))}
    </ul>
  );
}

/** https://arxiv.org/abs/1904.09751 → arxiv.org/abs/1904.09751 */
function toAddress(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
}
