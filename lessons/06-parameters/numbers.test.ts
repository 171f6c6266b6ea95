import { describe, expect, it } from "vitest";
import { bytes, duration, short, signed } from "./numbers";

describe("numbers as the instruments print them", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "1.00 k"],
    [124_439_808, "124 M"],
    [2_775_086_080, "2.78 B"],
    [999_999_999, "1.00 B"],
    [1.76e12, "1.76 T"],
    [5e18, "5,000 Q"],
  ])("%d is %s", (value, text) => expect(short(value)).toBe(text));

  it("bytes are counted in thousands", () => {
    expect(bytes(13_476_831_232)).toBe("13.5 GB");
    expect(bytes(512)).toBe("512 B");
  });

  it.each([
    [0.0001, "under 1 ms"],
    [0.25, "250 ms"],
    [1, "1.0 seconds"],
    [5400, "1.5 hours"],
    [21 * 86_400, "21.0 days"],
    [1e9, "31.7 years"],
    [1e16, "317 M years"],
  ])("%d seconds are %s", (value, text) => expect(duration(value)).toBe(text));

  it("a share has its sign", () => {
    expect(signed(-0.0931)).toBe("−9.3%");
    expect(signed(0.071)).toBe("+7.1%");
    expect(signed(-0)).toMatch(/0\.0%/);
    expect(signed(8)).toBe("+800%");
  });
});
