import { describe, expect, it } from "vitest";
import { listElements } from "./html.mjs";
import { scriptHash } from "./policy.mjs";
import { addPolicy, findCssProblems, findProblems } from "./secure.mjs";

const page = (/** @type {string} */ body, head = "") =>
  `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>${head}</head><body>${body}</body></html>`;

/** @param {string} html */
const policyOf = (html) =>
  listElements(html).find(({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy")
    ?.attributes.content ?? "";

describe("addPolicy", () => {
  it("allows each inline script by its hash, and data scripts not at all", () => {
    const html = addPolicy(page(`<script>a < b && "é"</script><script type="application/json">{}</script>`));
    expect(policyOf(html)).toContain(scriptHash(`a < b && "é"`));
    expect(policyOf(html).match(/'sha256-/g)).toHaveLength(1);
  });

  it("stands before anything that runs, right after the character set", () => {
    const html = addPolicy(page("", `<script src="/a.js"></script>`));
    expect(
      listElements(html)
        .map(({ tag }) => tag)
        .slice(1, 5),
    ).toEqual(["head", "meta", "meta", "script"]);
  });

  it("finds scripts inside templates", () => {
    expect(policyOf(addPolicy(page("<template><script>late()</script></template>")))).toContain(
      scriptHash("late()"),
    );
  });

  it("adds the sandbox's hashes and can be run twice", () => {
    const once = addPolicy(page("<script>1</script>"), ["'sha256-sandbox'"]);
    expect(policyOf(once)).toContain("'sha256-sandbox'");
    expect(addPolicy(once, ["'sha256-sandbox'"])).toBe(once);
  });

  it("leaves the rest of the page byte for byte", () => {
    const source = page("<p>x&nbsp;&amp;<br>y");
    expect(addPolicy(source).replace(/<meta http-equiv[^>]*>/, "")).toBe(source);
  });
});

describe("findProblems", () => {
  it.each([
    ["an inline event handler", `<button onclick="x()">a</button>`, "onclick"],
    ["an event handler on SVG", `<svg onload="x()"></svg>`, "onload"],
    ["a javascript: address", `<a href=" JavaScript:x()">a</a>`, "javascript:"],
    ["a frame", `<iframe srcdoc="x"></iframe>`, "<iframe>"],
    ["a script from elsewhere", `<script src="https://cdn.example/x.js"></script>`, "another origin"],
    ["a style sheet from elsewhere", `<link rel="stylesheet" href="//cdn.example/x.css">`, "another origin"],
    [
      "a picture from elsewhere",
      `<img alt="" srcset="/a.png 1x, https://cdn.example/b.png 2x">`,
      "another origin",
    ],
    [
      "a style that loads from elsewhere",
      `<style>@import "https://cdn.example/x.css"</style>`,
      "another origin",
    ],
  ])("reports %s", (_, body, words) => {
    expect(findProblems(page(body)).join()).toContain(words);
  });

  it("accepts links that only lead elsewhere, and files of the site", () => {
    const fine = `<a href="https://paper.example">paper</a><img alt="" src="/a.png"><link rel="canonical" href="https://x.example">`;
    expect(findProblems(page(fine))).toEqual([]);
    expect(
      findCssProblems(`a{background:url("data:image/png;base64,//8A")} b{background:url(/x.png)}`),
    ).toEqual([]);
  });
});
