import type { DOMPurify } from "dompurify";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/**
 * Markdown that came in a link → HTML that can be put into the page. Twice safe: micromark lets no HTML and no
 * dangerous address through, and what it makes is cut down to the tags of plain prose. Load it on demand.
 */

const tags =
  "a blockquote br code del em h3 h4 h5 h6 hr input li ol p pre strong table tbody td th thead tr ul".split(
    " ",
  );
const attributes = "align checked disabled href start type".split(" ");

/** `purify`: an instance of DOMPurify that is used for nothing else. */
export function createMarkdown(purify: DOMPurify): (source: string) => string {
  purify.addHook("afterSanitizeAttributes", (node) => {
    if (node.nodeName === "A" && /^https?:/i.test(node.getAttribute("href") ?? "")) {
      // What the reader does here stays open behind it.
      node.setAttribute("target", "_blank");
      node.setAttribute("rel", "noopener noreferrer");
    }
    // Only the boxes of a task list, which nobody can tick.
    if (node.nodeName === "INPUT" && node.getAttribute("type") !== "checkbox") node.remove();
  });
  return (source) =>
    purify.sanitize(lowerHeadings(micromark(source, { extensions: [gfm()], htmlExtensions: [gfmHtml()] })), {
      ALLOWED_TAGS: tags,
      ALLOWED_ATTR: attributes,
      ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|[/#])/i,
      ALLOW_ARIA_ATTR: false,
      ALLOW_DATA_ATTR: false,
    });
}

/** The page has its own first two levels. micromark has escaped every other `<`. */
function lowerHeadings(html: string): string {
  return html.replace(
    /(<\/?h)([1-6])/g,
    (_, tag: string, level: string) => tag + Math.min(6, Number(level) + 2),
  );
}
