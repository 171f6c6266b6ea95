import { compile } from "@mdx-js/mdx";
import type { Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import rehypeMathjax from "rehype-mathjax/svg";
import rehypeSlug from "rehype-slug";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { describeFormulas, hideDrawings } from "./math";

export interface Heading {
  id: string;
  text: string;
}

export interface CompiledText {
  /** A function body that makes the text's component; `components/mdx/Prose` runs it. */
  code: string;
  /** Second-level headings, in order. */
  headings: Heading[];
}

/** MDX → code, with formulas drawn and described. `name` stands in error messages. */
export async function compileText(text: string, name: string): Promise<CompiledText> {
  const file = await compile(
    { value: text, path: name },
    {
      outputFormat: "function-body",
      remarkPlugins: [remarkGfm, remarkMath],
      rehypePlugins: [rehypeSlug, collectHeadings, describeFormulas, rehypeMathjax, hideDrawings],
    },
  );
  return { code: String(file), headings: file.data.headings as Heading[] };
}

function collectHeadings() {
  return (tree: Root, file: VFile) => {
    const headings: Heading[] = [];
    visit(tree, "element", (node) => {
      if (node.tagName === "h2") headings.push({ id: String(node.properties.id), text: textOf(node) });
    });
    file.data.headings = headings;
  };
}
