import type { Root } from "hast";
import { visit } from "unist-util-visit";

/** Makes every heading of the text its own address, so that a reader can send it on; it needs its id by then. */
export function linkHeadings() {
  return (tree: Root) =>
    visit(tree, "element", (node) => {
      if (!/^h[23]$/.test(node.tagName) || !node.properties.id) return;
      const properties = { className: ["address"], href: `#${node.properties.id}` };
      node.children = [{ type: "element", tagName: "a", properties, children: [...node.children] as [] }];
    });
}
