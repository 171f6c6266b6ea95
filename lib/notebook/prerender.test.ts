import { describe, expect, it } from "vitest";
import type { InputValue } from "./notebook-state";
import { prerenderPage } from "./prerender";
import { type CellServices, noServices } from "./services";

const config = { n_layer: 1, n_head: 1, d_model: 1, d_ff: 1, n_vocab: 1, n_ctx: 1, layer_norm_eps: 1 };

interface Page {
  inputs?: Record<string, InputValue>;
  modules?: Record<string, string>;
  services?: CellServices;
}

async function run(
  cells: Record<string, string>,
  { inputs = {}, modules = {}, services = noServices }: Page = {},
) {
  const list = Object.entries(cells).map(([id, code]) => ({ id, title: id, code }));
  const specs = Object.entries(inputs).map(([name, initial]) => ({ name, initial }));
  return prerenderPage("test", list, specs, modules, services);
}

async function runOne(code: string, page: Page = {}) {
  return (await run({ a: code }, page)).get("a")!.outputs;
}

const text = (text: string, tone = "value") => ({ kind: "text", text, tone });

describe("prerenderPage", () => {
  it("shows console lines and the value of the last expression", async () => {
    expect(await runOne('console.log("a", 1, [1, 2]);\nconst x: number = 6;\nx * 7')).toEqual([
      text("a 1 [1, 2]", "log"),
      text("42"),
    ]);
  });

  it("runs the lesson's modules and the standard library", async () => {
    const source = 'import { twice } from "../twice";\nbars([{ label: "a", value: twice(2) }]);';
    const modules = { "twice.ts": "export const twice = (x: number) => 2 * x;" };
    expect(await runOne(source, { modules })).toMatchObject([
      { kind: "bars", bars: [{ label: "a", value: 4 }] },
    ]);
  });

  it("gives cells each other's names and the inputs, and says which inputs each depends on", async () => {
    const page = await run({ c: "b + 1", b: "const b = T * 10;", d: "1" }, { inputs: { T: 2, U: 1 } });
    expect(page.get("c")).toEqual({ outputs: [text("21")], reads: ["T"] });
    expect(page.get("d")?.reads).toEqual([]);
  });

  it("shows where a generator and a control come to a rest", async () => {
    const page = await run({
      a: "function* count() { yield 1; yield 2; yield 3; }\nconst n = count();\nn",
      b: "n * 2",
      c: "const x = input.slider({ min: 0, max: 9, value: 4 });",
      d: "x + 1",
    });
    expect([...page.values()].map(({ outputs }) => outputs[0])).toMatchObject([
      text("3"),
      text("6"),
      { kind: "control", value: 4 },
      text("5"),
    ]);
  });

  it("asks the page's model, and hands plain arrays on", async () => {
    const services: CellServices = {
      ...noServices,
      model: async () => ({ vocabularySize: 3, config }),
      logits: async (_signal, { text }) => new Float32Array([text.length, 0, -1]),
    };
    const cells = {
      a: 'const lm = await model("m");',
      b: 'const l = await lm.logits("four");\n[lm.vocabularySize, Array.isArray(l), l[0]]',
    };
    expect((await run(cells, { services })).get("b")?.outputs).toEqual([text("[3, true, 4]")]);
  });

  it("says in the cell's own line what the model refused", async () => {
    expect(await runOne('\nawait model("m");')).toMatchObject([
      { kind: "error", message: "No model is available on this page.", line: 2 },
    ]);
  });

  it("gives the line of the cell for an error deep in the lesson's code", async () => {
    const modules = { "f.ts": "export function f(): never {\n  throw new TypeError('no');\n}" };
    expect(await runOne('import { f } from "../f";\n\nf();', { modules })).toEqual([
      { kind: "error", name: "TypeError", message: "no", line: 3 },
    ]);
  });

  it("returns what was shown before an error, and the error", async () => {
    expect(await runOne("console.log(1);\nnull.x;")).toMatchObject([
      text("1", "log"),
      { kind: "error", line: 2 },
    ]);
  });

  it("returns a syntax error as a display, and runs the others", async () => {
    const page = await run({ a: "const = 1", b: "2" });
    expect(page.get("a")?.outputs).toMatchObject([{ kind: "error", name: "SyntaxError", line: 1 }]);
    expect(page.get("b")?.outputs).toEqual([text("2")]);
  });

  it("keeps the outputs of pages that run at once apart", async () => {
    const source = (n: number) =>
      `(globalThis as any).n = ${n};\nfor (let i = 0; i < 20; i++) await new Promise((r) => setTimeout(r, 1));\n(globalThis as any).n`;
    const outputs = await Promise.all([1, 2, 3, 4].map((n) => runOne(source(n))));
    expect(outputs).toEqual([[text("1")], [text("2")], [text("3")], [text("4")]]);
  });

  it("draws the same random numbers in every build", async () => {
    expect(await runOne("Math.random()")).toEqual(await runOne("Math.random()"));
  });

  it("reports errors that nothing awaits", async () => {
    const source = "Promise.reject(new Error('lost'));\nawait new Promise((r) => setTimeout(r, 20));";
    expect(await runOne(source)).toMatchObject([{ kind: "error", message: "lost", line: 1 }]);
  });

  it("stops counting a flood of outputs one by one and says how many there were", async () => {
    const shown = await runOne("for (let i = 0; i < 100000; i++) console.log(i);");
    expect(shown).toHaveLength(501);
    expect(shown.at(-1)).toMatchObject({ text: "… 99,500 more outputs were left out" });
  });
});
