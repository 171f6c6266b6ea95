import { type BundledLanguage, createCssVariablesTheme, createHighlighter, type Highlighter } from "shiki";

/** Colors come from the page's design tokens, so that code follows day and night. */
const theme = createCssVariablesTheme({ name: "glassbox", variablePrefix: "--shiki-", fontStyle: true });

let highlighter: Promise<Highlighter> | undefined;

/** Source code → HTML of `<pre class="shiki">`, at build time. */
export async function highlight(code: string, language: string): Promise<string> {
  highlighter ??= createHighlighter({ themes: [theme], langs: ["typescript", "python", "json", "bash"] });
  const lang = (await highlighter).getLoadedLanguages().includes(language) ? language : "text";
  return (await highlighter).codeToHtml(code.trimEnd(), { lang: lang as BundledLanguage, theme: "glassbox" });
}
