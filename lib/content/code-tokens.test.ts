import { expect, it } from "vitest";
import { tokenizeCode } from "./code-tokens";
import { highlight } from "./highlight";

const code = 'const a: number = 1; // one\nconsole.log(`multi\nline`, "quoted <b>");\n';

it("gives back the code, line by line", async () => {
  const lines = await tokenizeCode(code);
  expect(lines.map((line) => line.map(({ text }) => text).join("")).join("\n")).toBe(code);
});

it("colors code in the page as the build does", async () => {
  const html = await highlight(code, "typescript");
  const colors = (await tokenizeCode(code.trimEnd())).flat().map(({ color }) => color);
  for (const color of new Set(colors)) expect(html).toContain(`color:${color}`);
  expect(new Set(colors).size).toBeGreaterThan(3);
});
