import createDOMPurify from "dompurify";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { createSanitizer } from "./sanitize";

const { window } = new JSDOM("");
const sanitize = createSanitizer(createDOMPurify(window));
const fromHtml = (source: string) => sanitize({ kind: "markup", language: "html", source });
const fromSvg = (source: string) => sanitize({ kind: "markup", language: "svg", source });
const fromMarkdown = (source: string) => sanitize({ kind: "markup", language: "markdown", source });

/** Elements and attributes of sanitized markup, as a browser would read them. */
function read(markup: string) {
  const elements = [...new JSDOM(markup).window.document.body.querySelectorAll("*")];
  return {
    names: elements.map((element) => element.localName),
    attributes: elements.flatMap((element) => [...element.attributes]),
  };
}

const hostile = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<img src=https://evil.example/pixel.png>",
  "<img src=//evil.example/p srcset='//evil.example/q 2x'>",
  "<img src='data:image/svg+xml;base64,PHN2Zz4='>",
  "<a href='javascript:alert(1)'>a</a>",
  "<a href='https://evil.example/' ping='https://evil.example/'>a</a>",
  "<link rel=preconnect href=https://evil.example>",
  "<link rel=stylesheet href=https://evil.example/a.css>",
  "<meta http-equiv=refresh content='0;url=https://evil.example'>",
  "<base href=https://evil.example/>",
  "<style>body{background:url(https://evil.example/a)}</style>",
  "<style>@import 'https://evil.example/a.css';</style>",
  "<p style='background:url(https://evil.example/a)'>a</p>",
  "<p style='background-image:url(https://evil.example/a);color:red'>a</p>",
  "<p style='position:fixed;inset:0;z-index:9'>Sign in again</p>",
  "<p style='color:red;background:u\\72l(//evil.example)'>a</p>",
  "<p style='width:expression(alert(1))'>a</p>",
  "<p style='--a:url(//evil.example);color:var(--a)'>a</p>",
  "<iframe src=https://evil.example></iframe><iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<object data=https://evil.example></object><embed src=https://evil.example>",
  "<video src=https://evil.example poster=https://evil.example></video><audio src=//evil.example></audio>",
  "<form action=https://evil.example><input name=password><button>Go</button></form>",
  "<input type=image src=https://evil.example>",
  "<table background=https://evil.example><tr><td background=//evil.example>a</td></tr></table>",
  "<details open ontoggle=alert(1)>a</details>",
  "<p onclick=alert(1) onfocus=alert(1) tabindex=0 autofocus>a</p>",
  "<p id=glassbox name=glassbox class='skip-link visually-hidden'>a</p>",
  "<portal src=https://evil.example></portal><x-custom onclick=alert(1)>a</x-custom>",
  "<template><script>alert(1)</script></template>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
  "<svg></p><style><a title='</style><img src=x onerror=alert(1)>'>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
  "<svg onload=alert(1)><script>alert(1)</script></svg>",
  "<svg><a href=https://evil.example><text>a</text></a></svg>",
  "<svg><a xlink:href='javascript:alert(1)'><text>a</text></a></svg>",
  "<svg><use href='https://evil.example/a.svg#b'/><use xlink:href='data:image/svg+xml,a#b'/></svg>",
  "<svg><image href=https://evil.example/a.png /><feImage href=https://evil.example/a /></svg>",
  "<svg><rect fill='url(https://evil.example/a#b)' style='fill:url(#a)' mask='url(//evil.example)'/></svg>",
  "<svg><style>@import url(//evil.example)</style><rect filter=url(//evil.example) /></svg>",
  "<svg><animate attributeName=href values=javascript:alert(1) /><set attributeName=onload to=alert(1) /></svg>",
  "<svg><foreignObject><iframe src=//evil.example></iframe><p>a</p></foreignObject></svg>",
  "<svg><text cursor='url(//evil.example),auto'>a</text></svg>",
  "<?xml-stylesheet href='https://evil.example/a.css'?><svg><rect/></svg>",
  "<!DOCTYPE svg [<!ENTITY a SYSTEM 'https://evil.example'>]><svg><text>&a;</text></svg>",
  "[a](javascript:alert(1)) ![a](https://evil.example/a.png) <https://evil.example> <img src=x onerror=alert(1)>",
  "[a]: https://evil.example\n\n[a] https://evil.example www.evil.example",
];

const forbidden =
  /^(?:script|style|link|meta|base|iframe|object|embed|video|audio|form|input|button|template|a|use|image|feimage|animate|set|foreignobject|math|noscript|portal|x-custom)$/i;

describe.each([
  ["html", fromHtml],
  ["svg", fromSvg],
  ["markdown", fromMarkdown],
] as const)("sanitized %s", (_, clean) => {
  it.each(hostile)("of %s runs nothing and reaches nothing", (source) => {
    const { names, attributes } = read(clean(source));
    expect(names.filter((name) => forbidden.test(name))).toEqual([]);
    for (const { name, value } of attributes) {
      expect(name).not.toMatch(/^on|href|srcset|^id$|^name$|^class$|background|ping|poster|action|tabindex/i);
      expect(value).not.toMatch(/evil|javascript|url\(|expression|position|var\(/i);
    }
  });
});

describe("sanitize", () => {
  it("keeps what lays out text", () => {
    const source =
      '<h4>Loss</h4><p>It <strong>falls</strong>:</p><table><tr><td colspan="2" style="color: red">2</td></tr></table>';
    expect(fromHtml(source)).toContain('<td colspan="2" style="color: red">2</td>');
    expect(fromHtml(source)).toContain("<strong>falls</strong>");
  });

  it("keeps shapes, and pictures that are in the text itself", () => {
    const shape = '<svg viewBox="0 0 4 4"><circle cx="2" cy="2" r="1" fill="tomato"></circle></svg>';
    expect(fromSvg(shape)).toBe(shape);
    const pixel = '<img src="data:image/png;base64,iVBORw0KGgo=" alt="a pixel">';
    expect(fromHtml(pixel)).toContain("data:image/png;base64,iVBORw0KGgo=");
  });

  it("draws no HTML where an SVG was promised", () => {
    expect(fromSvg("<p>a</p><svg><text>b</text></svg>")).toBe("a<svg><text>b</text></svg>");
  });

  it("turns Markdown into tables, lists and code, and shows HTML in it as it was written", () => {
    const markup = fromMarkdown("# A\n\n| a | b |\n|---|--:|\n| 1 | `x` |\n\n- one\n\n<b>raw</b>");
    expect(markup).toContain("<h1>A</h1>");
    expect(markup).toMatch(/<td align="right"><code>x<\/code><\/td>/);
    expect(markup).toContain("<li>one</li>");
    expect(markup).toContain("&lt;b&gt;raw&lt;/b&gt;");
  });

  it("keeps the words of a link", () => {
    expect(fromMarkdown("see [the paper](https://example.org/)")).toBe("<p>see the paper</p>");
  });
});
