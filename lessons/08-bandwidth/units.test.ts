import { describe, expect, it } from "vitest";
import { bytes, flops, logPlace, rate, size, three } from "./units";

describe("numbers with units", () => {
  it("take decimal prefixes and three digits", () => {
    expect(rate(23_190_000_000)).toBe("23.2 GB/s");
    expect(rate(3.35e12)).toBe("3.35 TB/s");
    expect(rate(999.9e9)).toBe("1 TB/s");
    expect(flops(989e12)).toBe("989 TFLOP/s");
    expect(bytes(68e9)).toBe("68 GB");
    expect(bytes(0.5)).toBe("0.5 B");
  });
  it("take powers of two for sizes of arrays", () => {
    expect(size(4096)).toBe("4 KiB");
    expect(size(48 * 2 ** 20)).toBe("48 MiB");
  });
  it("keep three digits", () => {
    expect(three(5327.4)).toBe("5,330");
    expect(three(0.44567)).toBe("0.446");
  });
  it("find their place on a logarithmic axis and never leave it", () => {
    expect(logPlace(100, 1, 1e4)).toBe(0.5);
    expect(logPlace(1e9, 1, 1e4)).toBe(1);
    expect(logPlace(0.1, 1, 1e4)).toBe(0);
  });
});
