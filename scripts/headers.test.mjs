import { describe, expect, it } from "vitest";
import { headersFor, parseHeaderRules, readHeaderRules } from "./headers.mjs";

describe("parseHeaderRules", () => {
  it("applies a rule to the paths its pattern names, * standing for anything", () => {
    const rules = parseHeaderRules("# all\n/*\n  A: 1\n\n/x/*\n  B: 2; c\n/y.js\n  C: 3\n");
    expect(headersFor(rules, "/")).toEqual({ A: "1" });
    expect(headersFor(rules, "/x/deep/file.js")).toEqual({ A: "1", B: "2; c" });
    expect(headersFor(rules, "/y.js")).toEqual({ A: "1", C: "3" });
    expect(headersFor(rules, "/yxjs")).toEqual({ A: "1" });
  });

  it("joins a header that two rules set, as hosts do", () => {
    expect(headersFor(parseHeaderRules("/*\n  A: 1\n/x\n  A: 2"), "/x")).toEqual({ A: "1, 2" });
  });

  it("names file and line of what it cannot read", () => {
    expect(() => parseHeaderRules("/*\n  A: 1\nnonsense")).toThrow("_headers:3");
  });
});

describe("public/_headers", () => {
  const rules = readHeaderRules("public/_headers");

  it("keeps hashed files for ever and no other", () => {
    expect(headersFor(rules, "/_next/static/chunks/a.js")["Cache-Control"]).toContain("immutable");
    expect(headersFor(rules, "/en/index.html")["Cache-Control"]).toBeUndefined();
  });

  it("guards every path and asks for no isolation", () => {
    const headers = headersFor(rules, "/models/x/weights.bin");
    expect(headers["X-Content-Type-Options"]).toBe("nosniff");
    expect(headers["Content-Security-Policy"]).toContain("frame-ancestors");
    expect(Object.keys(headers).join()).not.toMatch(/cross-origin/i);
  });
});
