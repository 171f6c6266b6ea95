import { describe, expect, it } from "vitest";
import { prerender } from "./prerender";
import { type CellServices, noServices } from "./services";

function run(source: string, modules: Record<string, string> = {}, services: CellServices = noServices) {
  return prerender({ entry: "cells/a.ts", modules: { "cells/a.ts": source, ...modules } }, services);
}

const text = (text: string, tone = "value") => ({ kind: "text", text, tone });

describe("prerender", () => {
  it("shows console lines and the value of the last expression", async () => {
    expect(await run('console.log("a", 1, [1, 2]);\nconst x: number = 6;\nx * 7')).toEqual([
      text("a 1 [1, 2]", "log"),
      text("42"),
    ]);
  });

  it("runs the lesson's modules and the standard library", async () => {
    const source =
      'import { twice } from "../twice";\nimport { bars } from "glassbox";\nbars([{ label: "a", value: twice(2) }]);';
    expect(await run(source, { "twice.ts": "export const twice = (x: number) => 2 * x;" })).toMatchObject([
      { kind: "bars", bars: [{ label: "a", value: 4 }] },
    ]);
  });

  it("asks the page's model, and hands plain arrays on", async () => {
    const services: CellServices = {
      ...noServices,
      model: async () => ({ vocabularySize: 3 }),
      logits: async (_signal, { text }) => new Float32Array([text.length, 0, -1]),
    };
    const source =
      'import { model } from "glassbox";\nconst lm = await model("m");\nconst l = await lm.logits("four");\n[lm.vocabularySize, Array.isArray(l), l[0]]';
    expect(await run(source, {}, services)).toEqual([text("[3, true, 4]")]);
  });

  it("says in the cell's own line what the model refused", async () => {
    expect(await run('import { model } from "glassbox";\n\nawait model("m");')).toMatchObject([
      { kind: "error", message: "No model is available on this page." },
    ]);
  });

  it("gives the line of the cell for an error deep in the lesson's code", async () => {
    const modules = { "f.ts": "export function f(): never {\n  throw new TypeError('no');\n}" };
    expect(await run('import { f } from "../f";\n\nf();', modules)).toEqual([
      { kind: "error", name: "TypeError", message: "no", line: 3 },
    ]);
  });

  it("returns what was shown before an error, and the error", async () => {
    expect(await run("console.log(1);\nnull.x;")).toMatchObject([
      text("1", "log"),
      { kind: "error", line: 2 },
    ]);
  });

  it("returns a syntax error as a display", async () => {
    expect(await run("const = 1")).toMatchObject([{ kind: "error", name: "SyntaxError", line: 1 }]);
  });

  it("keeps the outputs of programs that run at once apart", async () => {
    const source = (n: number) =>
      `globalThis.n = ${n};\nfor (let i = 0; i < 20; i++) await new Promise((r) => setTimeout(r, 1));\nglobalThis.n`;
    const outputs = await Promise.all([1, 2, 3, 4].map((n) => run(source(n))));
    expect(outputs).toEqual([[text("1")], [text("2")], [text("3")], [text("4")]]);
  });

  it("draws the same random numbers in every build", async () => {
    expect(await run("Math.random()")).toEqual(await run("Math.random()"));
  });

  it("reports errors that nothing awaits", async () => {
    const source = "Promise.reject(new Error('lost'));\nawait new Promise((r) => setTimeout(r, 20));";
    expect(await run(source)).toMatchObject([{ kind: "error", message: "lost", line: 1 }]);
  });

  it("stops counting a flood of outputs one by one and says how many there were", async () => {
    const shown = await run("for (let i = 0; i < 100000; i++) console.log(i);");
    expect(shown).toHaveLength(501);
    expect(shown.at(-1)).toMatchObject({ text: "… 99,500 more outputs were left out" });
  });
});
