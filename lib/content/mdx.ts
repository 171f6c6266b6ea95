import { compile } from "@mdx-js/mdx";
import rehypeMathjax from "rehype-mathjax/svg";
import rehypeSlug from "rehype-slug";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import type { Entry } from "./glossary";
import { linkHeadings } from "./link-headings";
import { linkTerms } from "./link-terms";
import { describeFormulas, hideDrawings } from "./math";
import { collectParts, type TextParts } from "./text-parts";

export interface CompiledText {
  /** A function body that makes the text's component; `components/mdx/Prose` runs it. */
  code: string;
  parts: TextParts;
  /** Slugs of the terms that the text uses and links. */
  termsUsed: string[];
}

const remarkPlugins = [remarkGfm, remarkMath];

/** What the text is made of, without the work of drawing its formulas. */
export async function readParts(text: string, name: string): Promise<TextParts> {
  const file = await compile(
    { value: text, path: name },
    { outputFormat: "function-body", remarkPlugins, rehypePlugins: [rehypeSlug, collectParts] },
  );
  return file.data.parts as TextParts;
}

/**
 * MDX → code, with formulas drawn and described, and terms of the `glossary` linked where they are used. `name`
 * stands in error messages.
 */
export async function compileText(
  text: string,
  name: string,
  glossary: readonly Entry[] = [],
): Promise<CompiledText> {
  const file = await compile(
    { value: text, path: name },
    {
      outputFormat: "function-body",
      remarkPlugins,
      rehypePlugins: [
        rehypeSlug,
        collectParts,
        linkHeadings,
        linkTerms(glossary),
        describeFormulas,
        rehypeMathjax,
        hideDrawings,
      ],
    },
  );
  const { parts, termsUsed } = file.data as { parts: TextParts; termsUsed: string[] };
  return { code: String(file), parts, termsUsed };
}
