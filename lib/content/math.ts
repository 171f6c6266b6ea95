import type { Element, ElementContent, Root } from "hast";
import { liteAdaptor } from "mathjax-full/js/adaptors/liteAdaptor.js";
import { STATE } from "mathjax-full/js/core/MathItem.js";
import type { MmlNode, TextNode } from "mathjax-full/js/core/MmlTree/MmlNode.js";
import { RegisterHTMLHandler } from "mathjax-full/js/handlers/html.js";
import { TeX } from "mathjax-full/js/input/tex.js";
import "mathjax-full/js/input/tex/ams/AmsConfiguration.js";
import { toString as textOf } from "hast-util-to-string";
import { mathjax } from "mathjax-full/js/mathjax.js";
import { SKIP, visit } from "unist-util-visit";

RegisterHTMLHandler(liteAdaptor());
const document = mathjax.document("", { InputJax: new TeX({ packages: ["base", "ams"] }) });

/**
 * Puts MathML beside every formula, for those who listen to it instead of looking at it. MathJax draws the
 * formula next, as SVG; `hideDrawings` then takes the drawing out of the accessibility tree.
 */
export function describeFormulas() {
  return (tree: Root) =>
    visit(tree, "element", (node, index, parent) => {
      const code = node.tagName === "pre" ? node.children[0] : node;
      if (index === undefined || !parent || code?.type !== "element") return;
      const classes = code.properties.className;
      if (!Array.isArray(classes) || !classes.includes("language-math")) return;
      const display = classes.includes("math-display");
      const spoken: Element = span("visually-hidden", [toMathML(textOf(code), display)]);
      parent.children[index] = span(display ? "formula display" : "formula", [spoken, node]);
      return SKIP;
    });
}

export function hideDrawings() {
  return (tree: Root) =>
    visit(tree, "element", (node) => {
      if (node.tagName === "mjx-container") node.properties.ariaHidden = "true";
    });
}

/** TeX → a MathML element. Throws where the TeX is wrong. */
export function toMathML(tex: string, display: boolean): Element {
  const root: MmlNode = document.convert(tex, { display, end: STATE.CONVERT });
  const [math] = toHast(root);
  math.properties.xmlns = "http://www.w3.org/1998/Math/MathML";
  return math;
}

function toHast(node: MmlNode): Element[] {
  if (node.isKind("merror")) throw new Error(`Bad TeX: ${node.attributes.get("data-mjx-error")}`);
  const children = (node.childNodes ?? []).flatMap((child): ElementContent[] => {
    if (!child) return [];
    if ((child as MmlNode).isKind("text"))
      return [{ type: "text", value: (child as unknown as TextNode).getText() }];
    return toHast(child as MmlNode);
  });
  // Inferred rows and TeX atoms carry no meaning of their own.
  if (node.isInferred || node.isKind("TeXAtom"))
    return node.isInferred ? (children as Element[]) : [element("mrow", {}, children)];
  const attributes = node.attributes.getAllAttributes() as Record<string, string>;
  const kept = Object.entries(attributes).filter(([name]) => !name.startsWith("data-"));
  return [element(node.kind, Object.fromEntries(kept.map(([k, v]) => [k, String(v)])), children)];
}

function element(tagName: string, properties: Element["properties"], children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}

const span = (className: string, children: ElementContent[]) =>
  element("span", { className: className.split(" ") }, children);
