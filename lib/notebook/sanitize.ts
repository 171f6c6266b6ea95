/**
 * What a cell shows as HTML, SVG or Markdown → markup that can lay out text and draw shapes, and nothing else:
 * no scripts, handlers or styles of the page's, no forms, no links, no address of anything anywhere. Everything
 * allowed is listed here. Load it on demand; it works with any DOM.
 */

import type { DOMPurify } from "dompurify";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import type { MarkupDisplay } from "./display";
import { tooMuch } from "./markup-marks";

const htmlTags = [
  ..."abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption".split(
    " ",
  ),
  ..."figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span".split(" "),
  ..."strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split(" "),
];

const svgTags = [..."svg g path rect circle ellipse line polyline polygon text tspan title desc".split(" ")];

const htmlAttributes =
  "align alt colspan dir height lang open reversed rowspan scope src start style title width";

const svgAttributes =
  "cx cy d dominant-baseline dx dy fill fill-opacity fill-rule font-family font-size font-style " +
  "font-weight height letter-spacing opacity pathLength points preserveAspectRatio r rotate rx ry stroke " +
  "stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity " +
  "stroke-width style text-anchor textLength transform vector-effect viewBox width x x1 x2 xmlns y y1 y2";

/** Nothing here can take an element out of its place or fetch anything. */
const properties = new Set(
  (
    "background-color border border-bottom border-collapse border-color border-left border-radius border-right " +
    "border-spacing border-style border-top border-width color display fill font font-family font-size " +
    "font-style font-variant font-variant-numeric font-weight gap height letter-spacing line-height " +
    "list-style-type margin margin-bottom margin-left margin-right margin-top max-height max-width min-height " +
    "min-width opacity padding padding-bottom padding-left padding-right padding-top stroke stroke-width " +
    "text-align text-anchor text-decoration text-indent text-transform vertical-align white-space width " +
    "word-break word-spacing"
  ).split(" "),
);

const picture = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=\s]+$/i;

/** Gives DOMPurify our rules; `purify` is one of its instances, used for nothing else. Throws at too much markup. */
export function createSanitizer(purify: DOMPurify): (markup: MarkupDisplay) => string {
  purify.addHook("uponSanitizeAttribute", (element, data) => {
    if (data.attrName === "src") data.keepAttr = element.nodeName === "IMG" && picture.test(data.attrValue);
    else if (data.attrName === "style") {
      data.attrValue = toSafeStyle((element as HTMLElement).style);
      data.keepAttr = data.attrValue !== "";
    } else if (/url\s*\(|\\|image-set|@import/i.test(data.attrValue)) data.keepAttr = false;
  });
  return ({ language, source }) => {
    const refusal = tooMuch({ language, source });
    if (refusal) throw new Error(refusal);
    const svg = language === "svg";
    return purify.sanitize(language === "markdown" ? toHtml(source) : source, {
      ALLOWED_TAGS: svg ? svgTags : htmlTags.concat(svgTags),
      ALLOWED_ATTR: `${svg ? "" : htmlAttributes} ${svgAttributes}`.trim().split(" "),
      ALLOW_ARIA_ATTR: false,
      ALLOW_DATA_ATTR: false,
      ALLOW_UNKNOWN_PROTOCOLS: false,
      // An element that may not be there leaves its text, but these leave nothing.
      FORBID_CONTENTS: [
        "script",
        "style",
        "template",
        "iframe",
        "object",
        "noscript",
        "math",
        "foreignObject",
      ],
    });
  };
}

/** Only known properties, written out anew from what the parser understood. */
function toSafeStyle(style: CSSStyleDeclaration): string {
  const kept: string[] = [];
  for (let i = 0; i < style.length; i++) {
    const value = style.getPropertyValue(style[i]);
    const safe = properties.has(style[i]) && /^[\w\s#%.,()"'+/-]*$/.test(value);
    if (safe && !/url|image|attr\(|expression|var\(/i.test(value)) kept.push(`${style[i]}: ${value}`);
  }
  return kept.join("; ");
}

/** Markdown with GitHub's tables; HTML in it stays text, and dangerous addresses are dropped already here. */
function toHtml(source: string): string {
  return micromark(source, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}
