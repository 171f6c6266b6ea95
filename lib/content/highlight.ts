import { type BundledLanguage, createHighlighter, type Highlighter } from "shiki";
import { codeTheme } from "./code-theme";

let highlighter: Promise<Highlighter> | undefined;

/** Source code → HTML of `<pre class="shiki">`, at build time. */
export async function highlight(code: string, language: string): Promise<string> {
  highlighter ??= createHighlighter({ themes: [codeTheme], langs: ["typescript", "python", "json", "bash"] });
  const lang = (await highlighter).getLoadedLanguages().includes(language) ? language : "text";
  return (await highlighter).codeToHtml(code.trimEnd(), {
    lang: lang as BundledLanguage,
    theme: codeTheme.name ?? "",
    // No limit: on a busy machine it would leave the rest of a line without colors.
    tokenizeTimeLimit: 0,
  });
}
