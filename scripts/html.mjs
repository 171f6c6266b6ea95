import { parse } from "parse5";

/**
 * @typedef {{ tag: string, attributes: Record<string, string>, text: string, start: number, startTagEnd: number, end: number }} Element
 * Positions are offsets in the source text.
 */

/**
 * All elements of a page in document order, also those inside `<template>`.
 * @param {string} html
 * @returns {Element[]}
 */
export function listElements(html) {
  /** @type {Element[]} */
  const found = [];
  /** @param {any} node */
  const visit = (node) => {
    const place = node.sourceCodeLocation;
    if (node.tagName && place) {
      found.push({
        tag: node.tagName,
        attributes: Object.fromEntries(
          node.attrs.map((/** @type {any} */ a) => [a.prefix ? `${a.prefix}:${a.name}` : a.name, a.value]),
        ),
        text: node.childNodes.map((/** @type {any} */ child) => child.value ?? "").join(""),
        start: place.startOffset,
        startTagEnd: (place.startTag ?? place).endOffset,
        end: place.endOffset,
      });
    }
    for (const child of node.childNodes ?? []) visit(child);
    if (node.content) visit(node.content);
  };
  visit(parse(html, { sourceCodeLocationInfo: true }));
  return found;
}
