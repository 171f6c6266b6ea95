import type { MarkupDisplay } from "./display";

/**
 * What reading markup costs grows with its marks: with the square of nested ones, in the sanitizer and in the
 * reader of Markdown. More than these would hold the page up.
 */
const marks = {
  html: { each: /</g, most: 4_000 },
  svg: { each: /</g, most: 4_000 },
  markdown: { each: /[<[\]*_`|>&\n]/g, most: 1_500 },
};

/** Why markup is shown as it was written, if it is too much to be drawn. */
export function tooMuch({
  language,
  source,
}: Pick<MarkupDisplay, "language" | "source">): string | undefined {
  const { each, most } = marks[language];
  const count = source.match(each)?.length ?? 0;
  if (count <= most) return undefined;
  const kind = language === "markdown" ? "lines and marks" : "tags";
  return `${count.toLocaleString("en-US")} ${kind}: too many to draw`;
}
