import { toString as textOf } from "hast-util-to-string";
import { describe, expect, it } from "vitest";
import { toMathML } from "./math";
import { compileText } from "./mdx";

describe("formulas", () => {
  it("become MathML that reads in order", () => {
    const math = toMathML("p_i = \\frac{e^{z_i / T}}{\\sum_j e^{z_j / T}}", true);
    expect(math).toMatchObject({ tagName: "math", properties: { display: "block" } });
    expect(textOf(math).replaceAll(/\s/g, "")).toBe("pi=ezi/T∑jezj/T");
  });

  it("fail the build where the TeX is wrong", () => {
    expect(() => toMathML("\\frac{1}{", false)).toThrow();
    expect(() => toMathML("\\nosuchcommand", false)).toThrow();
  });

  it("are drawn and described, the drawing hidden from screen readers", async () => {
    const { code } = await compileText("Let $T$ be\n\n$$\nx^2\n$$\n", "test.mdx");
    expect(code.match(/<_components\.math|_jsxs?\(_components\.math|"math"/g)?.length).toBeGreaterThan(0);
    expect(code).toMatch(/"aria-hidden": "true"/);
    expect(code).toMatch(/"mjx-container"|mjxContainer/);
  });
});
