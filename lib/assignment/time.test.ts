import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatTime, fromWallTime, isZone, toWallTime } from "./time";

const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Asia/Shanghai",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "UTC",
];

describe("a time on the wall", () => {
  it("is the instant it was made from, outside the hours that clocks repeat", () => {
    const at = fc
      .integer({ min: 1_500_000_000, max: 2_500_000_000 })
      .map((seconds) => seconds - (seconds % 60));
    fc.assert(
      fc.property(at, fc.constantFrom(...zones), (seconds, zone) => {
        const wall = toWallTime(seconds, zone);
        const back = fromWallTime(wall, zone);
        expect(toWallTime(back as number, zone)).toBe(wall);
        expect(Math.abs((back as number) - seconds)).toBeLessThanOrEqual(3600);
      }),
    );
  });

  it("follows the zone through summer and winter", () => {
    expect(fromWallTime("2026-07-01T12:00", "Europe/Berlin")).toBe(Date.UTC(2026, 6, 1, 10) / 1000);
    expect(fromWallTime("2026-12-01T12:00", "Europe/Berlin")).toBe(Date.UTC(2026, 11, 1, 11) / 1000);
    expect(fromWallTime("2026-12-01T00:00", "Asia/Shanghai")).toBe(Date.UTC(2026, 10, 30, 16) / 1000);
  });

  it("in an hour that is skipped is moved forward, never lost", () => {
    const at = fromWallTime("2026-03-29T02:30", "Europe/Berlin") as number;
    expect(toWallTime(at, "Europe/Berlin")).toBe("2026-03-29T03:30");
  });

  it("that is none gives nothing", () => {
    expect(fromWallTime("", "UTC")).toBeUndefined();
    expect(fromWallTime("2026-13-01T12:00", "UTC")).toBeUndefined();
  });
});

it("knows time zones from other text", () => {
  expect(isZone("Europe/Berlin")).toBe(true);
  expect(isZone("Europe/Atlantis")).toBe(false);
});

it("says a time with its zone and without seconds", () => {
  const text = formatTime(Date.UTC(2026, 10, 30, 17) / 1000, "Europe/Berlin", "en");
  expect(text).toContain("November 30, 2026");
  expect(text).toContain("6:00 PM GMT+1");
});
