import type { Element, Nodes, Root, RootContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";

/** What a lesson's text is made of, as far as a reader's way through it is concerned. */
export interface TextParts {
  sections: Section[];
  cells: Item[];
  exercises: Item[];
  predictions: Item[];
  /** As they are written where they are defined, each once. */
  terms: string[];
}

/** A second-level heading and what follows it. */
export interface Section {
  id: string;
  title: string;
  /** Words to read; 0 where there is nothing but a list made elsewhere. */
  words: number;
}

export interface Item {
  id: string;
  title: string;
}

type Tag = Extract<Nodes, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;

/** Leaves the outline in `file.data.parts`; headings must have their ids by then. */
export function collectParts() {
  return (tree: Root, file: VFile) => {
    file.data.parts = toParts(tree);
  };
}

export function toParts(tree: Root): TextParts {
  const parts: TextParts = { sections: [], cells: [], exercises: [], predictions: [], terms: [] };
  for (const node of tree.children) {
    if (isHeading(node))
      parts.sections.push({ id: String(node.properties.id), title: textOf(node), words: 0 });
    else if (parts.sections.length > 0) parts.sections.at(-1)!.words += countWords(node);
  }
  visit(tree, (node) => {
    if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return;
    const at = (name: string) => attribute(node, name) ?? "";
    if (node.name === "Cell") parts.cells.push({ id: at("name"), title: at("title") || at("name") });
    if (node.name === "Exercise") parts.exercises.push({ id: at("name"), title: at("title") });
    if (node.name === "Predict") parts.predictions.push({ id: at("id"), title: at("question") });
    if (node.name === "Term") parts.terms.push(textOf(node));
  });
  return parts;
}

function isHeading(node: RootContent): node is Element {
  return node.type === "element" && node.tagName === "h2";
}

function countWords(node: RootContent): number {
  if (node.type === "text") return node.value.split(/\s+/).filter(Boolean).length;
  return "children" in node ? textOf(node).split(/\s+/).filter(Boolean).length : 0;
}

function attribute(tag: Tag, name: string): string | undefined {
  const found = tag.attributes.find((each) => each.type === "mdxJsxAttribute" && each.name === name);
  return typeof found?.value === "string" ? found.value : undefined;
}
