import { expect, it } from "vitest";
import { tooMuch } from "./markup-marks";

it("lets pass what a person reads", () => {
  const table = "| a | b |\n|---|---|\n| 1 | 2 |\n".repeat(30);
  expect(
    tooMuch({ language: "markdown", source: `# Title\n\n${"Some *words*. ".repeat(100)}\n\n${table}` }),
  ).toBeUndefined();
  expect(
    tooMuch({ language: "svg", source: `<svg>${"<circle r='1'/>".repeat(3_000)}</svg>` }),
  ).toBeUndefined();
  expect(tooMuch({ language: "html", source: "x".repeat(200_000) })).toBeUndefined();
});

it("refuses what would hold the page up", () => {
  expect(tooMuch({ language: "html", source: "<div>".repeat(10_000) })).toBe("10,000 tags: too many to draw");
  expect(tooMuch({ language: "markdown", source: "[a](".repeat(5_000) })).toBe(
    "10,000 lines and marks: too many to draw",
  );
});
