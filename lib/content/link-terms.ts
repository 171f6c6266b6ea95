import type { ElementContent, Nodes, Root, RootContent, Text } from "hast";
import type { VFile } from "vfile";
import { type Entry, findEntry } from "./glossary";

/** Elements whose text is prose. What is in a tag of ours, a link, a heading or code stays as it is. */
const prose = new Set([
  "p",
  "ul",
  "ol",
  "li",
  "em",
  "strong",
  "blockquote",
  "div",
  "table",
  "tbody",
  "tr",
  "td",
]);

/**
 * Marks the first use of each term in every section as `<TermUse of="kv-cache">`, but where the section itself
 * defines it. Leaves the slugs of the terms marked in `file.data.termsUsed`.
 */
export function linkTerms(entries: readonly Entry[]) {
  const pattern = toPattern(entries);
  return () => (tree: Root, file: VFile) => {
    const used = new Set<string>();
    for (const section of splitSections(tree.children)) {
      const seen = new Set(section.flatMap((node) => findDefined(node, entries)));
      for (const node of section) if (pattern) mark(node, pattern, entries, seen, used);
    }
    file.data.termsUsed = [...used];
  };
}

function toPattern(entries: readonly Entry[]): RegExp | undefined {
  const names = entries
    .filter(({ link }) => link)
    .map(({ name }) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (names.length === 0) return undefined;
  // Longer names first: "token embedding" is not a use of "token".
  const alternatives = names.sort((a, b) => b.length - a.length).join("|");
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${alternatives})s?(?![\\p{L}\\p{N}-])`, "giu");
}

function splitSections(nodes: readonly RootContent[]): RootContent[][] {
  const sections: RootContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === "element" && node.tagName === "h2") sections.push([]);
    sections.at(-1)!.push(node);
  }
  return sections;
}

/** Slugs of the terms that `<Term>` defines in here. */
function findDefined(node: Nodes, entries: readonly Entry[]): string[] {
  if (node.type === "mdxJsxTextElement" && node.name === "Term") {
    const [child] = node.children;
    const entry = child?.type === "text" && findEntry(entries, child.value);
    return entry ? [entry.slug] : [];
  }
  return "children" in node ? node.children.flatMap((child) => findDefined(child, entries)) : [];
}

function mark(
  node: Nodes,
  pattern: RegExp,
  entries: readonly Entry[],
  seen: Set<string>,
  used: Set<string>,
): void {
  if (node.type !== "element" || !prose.has(node.tagName)) return;
  node.children = node.children.flatMap((child): ElementContent[] => {
    if (child.type !== "text") {
      mark(child, pattern, entries, seen, used);
      return [child];
    }
    return split(child, pattern, (word) => {
      const slug = findEntry(entries, word)?.slug;
      if (!slug || seen.has(slug)) return undefined;
      seen.add(slug);
      used.add(slug);
      return toUse(slug, word);
    });
  });
}

/** The text with some of the words that match replaced. */
function split(
  { value }: Text,
  pattern: RegExp,
  replace: (word: string) => ElementContent | undefined,
): ElementContent[] {
  const pieces: ElementContent[] = [];
  let from = 0;
  for (const match of value.matchAll(pattern)) {
    const replaced = replace(match[0]);
    if (!replaced) continue;
    pieces.push({ type: "text", value: value.slice(from, match.index) }, replaced);
    from = match.index + match[0].length;
  }
  pieces.push({ type: "text", value: value.slice(from) });
  return pieces.filter((piece) => piece.type !== "text" || piece.value !== "");
}

function toUse(slug: string, word: string): ElementContent {
  return {
    type: "mdxJsxTextElement",
    name: "TermUse",
    attributes: [{ type: "mdxJsxAttribute", name: "of", value: slug }],
    children: [{ type: "text", value: word }],
  };
}
