import { createHighlighterCore, type HighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import typescript from "shiki/langs/typescript.mjs";
import { codeTheme } from "./code-theme";

/**
 * Highlighting in the page, for code that the build has not seen: the same grammar and colors as `highlight.ts`,
 * and tokens instead of HTML. Load it on demand (`await import`).
 */

export interface CodeToken {
  text: string;
  /** A CSS color: one of the page's variables. */
  color?: string;
}

let highlighter: Promise<HighlighterCore> | undefined;

/** TypeScript → its lines, each a list of tokens. */
export async function tokenizeCode(code: string): Promise<CodeToken[][]> {
  highlighter ??= createHighlighterCore({
    themes: [codeTheme],
    langs: [typescript],
    engine: createJavaScriptRegexEngine(),
  });
  const { tokens } = (await highlighter).codeToTokens(code, {
    lang: "typescript",
    theme: codeTheme.name ?? "",
    // For one line, in milliseconds: the first compiles the grammar, which takes long on a busy machine.
    tokenizeTimeLimit: 3_000,
  });
  return tokens.map((line) => line.map(({ content, color }) => ({ text: content, color })));
}
