import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { count, fixed, lastPart, percent, significant } from "./format";

describe("percent", () => {
  it("shows one decimal", () => expect(percent(0.12345)).toBe("12.3%"));
  it("never rounds a possible token to impossible, or a likely one to certain", () => {
    expect(percent(0)).toBe("0%");
    expect(percent(1e-300)).toBe("<0.1%");
    expect(percent(0.9999)).toBe(">99.9%");
    expect(percent(1)).toBe("100%");
    fc.assert(
      fc.property(fc.double({ min: 0.0005, max: 0.9994, noNaN: true }), (p) =>
        /^\d\d?\.\d%$/.test(percent(p)),
      ),
    );
  });
});

describe("significant", () => {
  it("keeps six digits and writes tiny numbers in powers of ten", () => {
    expect(significant(0.1234567)).toBe("0.123457");
    expect(significant(-7.1)).toBe("−7.10000");
    expect(significant(1.234567e-12)).toBe("1.23457 × 10⁻¹²");
    expect(significant(0)).toBe("0");
  });
  it("names what is no number", () => {
    expect(significant(Number.POSITIVE_INFINITY)).toBe("∞");
    expect(significant(Number.NEGATIVE_INFINITY)).toBe("−∞");
    expect(significant(Number.NaN)).toBe("not a number");
  });
});

describe("small formats", () => {
  it("separates thousands", () => expect(count(2048)).toBe("2,048"));
  it("uses a true minus sign", () => expect(fixed(-1.005, 1)).toBe("−1.0"));
  it("cuts a long text from the left, never through a character", () => {
    expect(lastPart("short", 10)).toBe("short");
    expect(lastPart("ab😀😀", 2)).toBe("…😀😀");
  });
});
