import { strFromU8, unzipSync } from "fflate";
import { parse } from "parse5";
import { describe, expect, it } from "vitest";
import { toCartridge } from "./cartridge";
import { toScorm } from "./scorm";
import { zip } from "./zip";

const title = `Temperature & "top-p" <draft> 温度`;
const given = { id: "abcdefgh12", title, locale: "en" as const };
const url = "https://example.org/course/en/a/?x=1&y=<2>#v1.AbC_-";
const links = [
  { name: "assignment", title, url },
  {
    name: "temperature",
    title: "Lesson 7",
    url: "https://example.org/en/learn/temperature/#assignment=v1.AbC",
  },
];

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** Elements of a well-formed XML text, by a parser strict enough to notice an unescaped mark. */
function readXml(xml: string): Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  const plain = (text: string) => {
    if (/&(?!(amp|lt|gt|quot);)|</.test(text)) throw new Error(`Not escaped: ${text}`);
    const marks = { amp: "&", lt: "<", gt: ">", quot: '"' };
    return text.replace(/&(amp|lt|gt|quot);/g, (_, name: keyof typeof marks) => marks[name]);
  };
  for (const [, markup, text] of xml.replace(/^<\?xml[^>]*\?>/, "").matchAll(/<([^>]+)>([^<]*)/g)) {
    if (markup.startsWith("/")) {
      if (open.pop()?.name !== markup.slice(1))
        throw new Error(`</${markup.slice(1)}> closes another element.`);
      continue;
    }
    const [, name, rest] = /^([\w:]+)([\s\S]*?)\/?$/.exec(markup) ?? [];
    const attributes = Object.fromEntries(
      [...rest.matchAll(/\s+([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key, plain(value)]),
    );
    const element = { name, attributes, text: plain(text).trim() };
    found.push(element);
    if (!markup.endsWith("/")) open.push(element);
  }
  if (open.length > 0) throw new Error(`<${open[0].name}> is never closed.`);
  return found;
}

const all = (elements: Element[], name: string) => elements.filter((element) => element.name === name);

describe("the Common Cartridge", () => {
  const files = toCartridge(given, links);
  const manifest = readXml(files["imsmanifest.xml"]);

  it("names its version in the first 500 bytes, where Moodle looks for it", () => {
    const start = new TextEncoder().encode(files["imsmanifest.xml"]).subarray(0, 500);
    expect(new TextDecoder().decode(start)).toContain(
      'xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"',
    );
    expect(all(manifest, "schemaversion")[0].text).toBe("1.1.0");
  });

  it("has identifiers that are unique, and references that all lead somewhere", () => {
    const ids = manifest.flatMap(({ attributes }) => attributes.identifier ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][\w-]*$/);
    const resources = all(manifest, "resource").map(({ attributes }) => attributes.identifier);
    const references = all(manifest, "item").flatMap(({ attributes }) => attributes.identifierref ?? []);
    expect(references).toEqual(resources);
    expect(references).toHaveLength(links.length);
  });

  it("holds every file that it lists, and no other", () => {
    const listed = all(manifest, "file").map(({ attributes }) => attributes.href);
    expect(["imsmanifest.xml", ...listed].sort()).toEqual(Object.keys(files).sort());
    for (const { attributes } of all(manifest, "resource")) expect(attributes.type).toMatch(/^imswl/);
  });

  it("has a root without a title, and the assignment's title on its module", () => {
    const [organization] = all(manifest, "organization");
    expect(organization.attributes.structure).toBe("rooted-hierarchy");
    expect(files["imsmanifest.xml"]).toMatch(/<item identifier="root-abcdefgh12">\s*<item /);
    expect(all(manifest, "title").map(({ text }) => text)).toEqual([title, title, "Lesson 7"]);
  });

  it("links to the address as it is, marks and fragment included", () => {
    const [link] = all(readXml(files["weblinks/assignment.xml"]), "url");
    expect(link.attributes).toEqual({ href: url, target: "_blank" });
  });

  it("is the same, byte for byte, each time it is made", () => {
    expect(zip(files)).toEqual(zip(toCartridge(given, links)));
    const unpacked = unzipSync(zip(files));
    expect(strFromU8(unpacked["imsmanifest.xml"])).toBe(files["imsmanifest.xml"]);
  });

  it("keeps its identifiers when the title or the lessons change", () => {
    const later = readXml(toCartridge({ ...given, title: "Other" }, links.slice(0, 1))["imsmanifest.xml"]);
    const kept = later.flatMap(({ attributes }) => attributes.identifier ?? []);
    const before = manifest.flatMap(({ attributes }) => attributes.identifier ?? []);
    expect(before).toEqual(expect.arrayContaining(kept));
  });
});

describe("the SCORM package", () => {
  const files = toScorm(given, url, "// relay");
  const manifest = readXml(files["imsmanifest.xml"]);

  it("is one SCO of version 1.2 that lists every file", () => {
    expect(all(manifest, "schemaversion")[0].text).toBe("1.2");
    const [resource] = all(manifest, "resource");
    expect(resource.attributes).toMatchObject({
      "adlcp:scormtype": "sco",
      href: "index.html",
      type: "webcontent",
    });
    expect(all(manifest, "item")).toHaveLength(1);
    expect(all(manifest, "item")[0].attributes.identifierref).toBe(resource.attributes.identifier);
    const listed = all(manifest, "file").map(({ attributes }) => attributes.href);
    expect(["imsmanifest.xml", ...listed].sort()).toEqual(Object.keys(files).sort());
    const ids = manifest.flatMap(({ attributes }) => attributes.identifier ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("frames the assignment's address, whatever its title tries to write into the page", () => {
    const html = toScorm({ ...given, title: `"><script>alert(1)</script>` }, url, "")["index.html"];
    const scripts: string[] = [];
    const sources: string[] = [];
    const visit = (node: {
      nodeName?: string;
      attrs?: { name: string; value: string }[];
      childNodes?: unknown[];
    }) => {
      const attribute = (name: string) => node.attrs?.find((one) => one.name === name)?.value ?? "";
      if (node.nodeName === "script") scripts.push(attribute("src"));
      if (node.nodeName === "iframe") sources.push(attribute("data-src"));
      for (const child of node.childNodes ?? []) visit(child as never);
    };
    visit(parse(html) as never);
    expect(scripts).toEqual(["relay.js"]);
    expect(sources).toEqual([url]);
  });
});
