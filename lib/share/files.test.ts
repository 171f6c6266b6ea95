import fc from "fast-check";
import { transform } from "sucrase";
import { describe, expect, it } from "vitest";
import { findLessons } from "../content/lesson";
import { readNotebook } from "../content/notebook";
import { type Display, display } from "../notebook/display";
import { transpile } from "../notebook/transpile";
import type { ExportedNotebook } from "./exported";
import { fromIpynb, toIpynb } from "./ipynb";
import { toOutput } from "./outputs";
import { toShared } from "./to-shared";
import { fromTsFile, toTsFile } from "./ts-file";

const table: Display = { kind: "table", columns: ["a", "<b>"], rows: [[1.5, "<i>"]], totalRows: 1 };

function notebookWith(parts: Partial<ExportedNotebook> = {}): ExportedNotebook {
  return {
    lesson: "temperature",
    title: "Temperature",
    address: "https://example.org/en/learn/temperature/",
    cells: [
      {
        id: "softmax",
        title: "Softmax, by hand",
        code: 'import { softmax } from "../sampling";\n\nsoftmax([1, 2]);',
        outputs: [table],
        heading: { id: "sampling", text: "Sampling" },
      },
      { id: "own-1", title: "Your cell 1", code: "1 + 1", after: "softmax", outputs: [] },
    ],
    inputs: [{ name: "T", value: 0.7 }],
    modules: {
      "sampling.ts":
        'import { sum } from "./sum";\nexport const softmax = (x: number[]) => x.map((v) => v / sum(x));',
      "sum.ts": "export function sum(x: number[]): number {\n  return x.reduce((a, b) => a + b, 0);\n}",
    },
    ...parts,
  };
}

/** Lines that are marks of ours, imports, and anything else that might be taken for one. */
const line = fc.oneof(
  fc.constantFrom(
    "// %% softmax",
    "// %%% softmax",
    "// %%",
    "//glassbox: ",
    '//glassbox: import { a } from "../b";',
    'import { softmax } from "../sampling";',
    "import {",
    "  a,",
    '} from "glassbox";',
    'import _ from "lodash";',
    "// input T = 3",
    "// glassbox notebook v1: attention",
    'import { a as b } from "../c";',
    "const b = a; //glassbox: x",
    "export const a = 1;",
    "/*export*/ const a = 1;",
    "export function f() {",
    "}",
    "",
  ),
  fc.string({ unit: "grapheme" }).map((text) => text.replaceAll(/[\r\n]/g, "")),
);
const code = fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n"));
const cells = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/),
    title: fc.string(),
    code,
    after: fc.option(fc.constant("softmax"), { nil: undefined }),
    outputs: fc.constant([table]),
  }),
  { selector: ({ id }) => id, maxLength: 5 },
);

describe.each([
  ["a Jupyter notebook", toIpynb, fromIpynb],
  ["a TypeScript file", toTsFile, fromTsFile],
])("%s", (_, write, read) => {
  it("gives back every cell and every input", () => {
    fc.assert(
      fc.property(cells, (written) => {
        const back = read(write(notebookWith({ cells: written })));
        expect(back.lesson).toBe("temperature");
        expect(back.inputs).toEqual({ T: 0.7 });
        expect(back.cells).toEqual(
          written.map(({ id, code, after }) => (after === undefined ? { id, code } : { id, code, after })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("is refused with a sentence when it is anything else, and never otherwise", () => {
    const text = write(notebookWith());
    const changed = fc
      .tuple(fc.nat(text.length), fc.nat(20), fc.string({ maxLength: 5 }))
      .map(([at, remove, insert]) => text.slice(0, at) + insert + text.slice(at + remove));
    fc.assert(
      fc.property(fc.oneof(changed, fc.string(), fc.json()), (file) => {
        try {
          toShared(read(file), { lesson: "temperature", authors: new Map([["softmax", ""]]) });
        } catch (error) {
          expect(error).toMatchObject({ name: "ImportError" });
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("an exported Jupyter notebook", () => {
  const notebook = JSON.parse(toIpynb(notebookWith()));
  const sources: string[] = notebook.cells.map(({ source }: { source: string[] }) => source.join(""));

  it("is of format 4.5, for Deno, with an id of its own for every cell", () => {
    expect([notebook.nbformat, notebook.nbformat_minor]).toEqual([4, 5]);
    expect(notebook.metadata.kernelspec).toEqual({
      name: "deno",
      display_name: "Deno",
      language: "typescript",
    });
    const ids: string[] = notebook.cells.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[\w-]{1,64}$/);
  });

  it("says what runs outside Glassbox, and leads back to each section", () => {
    expect(sources[0]).toContain("https://example.org/en/learn/temperature/");
    expect(sources[0]).toContain("need the page");
    expect(sources).toContain(
      "## Sampling\n\n[Read this section](https://example.org/en/learn/temperature/#sampling)",
    );
  });

  it("carries the outputs, tables as text and as escaped HTML", () => {
    const [output] = notebook.cells.find(({ id }: { id: string }) => id === "cell-softmax").outputs;
    expect(output.data["text/plain"]).toBe("a\t<b>\n1.5\t<i>");
    expect(output.data["text/html"]).toContain("<td>1.5</td><td>&#60;i&#62;</td>");
  });

  it("runs by itself from top to bottom: the lesson's files and the inputs stand in it", async () => {
    const { logged } = await runLikeDeno(
      toIpynb(
        notebookWith({
          cells: [
            {
              id: "a",
              title: "",
              outputs: [],
              code: 'import { softmax } from "../sampling";\nimport { table } from "glassbox";\ntable([{ T, p: softmax([1, 3])[1] }]);',
            },
          ],
        }),
      ),
    );
    expect(logged).toEqual(["T\tp\n0.7\t0.75"]);
  });

  it("says where models run when a cell asks for one", async () => {
    const cell = { id: "a", title: "", outputs: [], code: 'await model("story-1m")' };
    await expect(runLikeDeno(toIpynb(notebookWith({ cells: [cell] })))).rejects.toThrow(
      "model works in Glassbox only: https://example.org/en/learn/temperature/",
    );
  });

  it("keeps a cell's own names to itself where it exports others, and knows imports by their new names", async () => {
    const cell = (id: string, code: string) => ({ id, title: "", outputs: [], code });
    const { logged } = await runLikeDeno(
      toIpynb(
        notebookWith({
          cells: [
            cell("model", "const mlp = 1;\nexport const { a, b } = { a: mlp, b: await Promise.resolve(2) };"),
            cell("block", 'import { softmax as soft } from "../sampling";\nconst mlp = soft([a, b])[1] * 3;'),
            cell("end", "display(mlp)"),
          ],
        }),
      ),
    );
    expect(logged).toEqual([2]);
  });

  it("declares no name twice in any lesson", async () => {
    for (const lesson of await findLessons("en")) {
      const { cells, inputs, modules } = await readNotebook(lesson);
      const text = toIpynb(
        notebookWith({
          cells: cells.map((cell) => ({ ...cell, outputs: [] })),
          inputs: inputs.map(({ name, initial }) => ({ name, value: initial })),
          modules,
        }),
      );
      // Parsing alone finds names that are declared twice.
      expect(() => transpile(lesson.folder, joined(text))).not.toThrow();
    }
  });
});

describe("an imported notebook", () => {
  const here = {
    lesson: "temperature",
    authors: new Map([
      ["softmax", "author()"],
      ["last", ""],
    ]),
  };
  const from = (cells: { id: string; code: string; after?: string }[], lesson = "temperature") => ({
    lesson,
    cells,
    inputs: {},
  });

  it("changes only the cells that differ from the lesson's", () => {
    const shared = toShared(
      from([
        { id: "softmax", code: "author()" },
        { id: "last", code: "mine()" },
      ]),
      here,
    );
    expect(shared.cells).toEqual([{ id: "last", code: "mine()" }]);
  });

  it("keeps cells that the lesson has no longer, at the end", () => {
    expect(toShared(from([{ id: "gone", code: "1" }]), here).cells).toEqual([
      { id: "gone", code: "1", after: "last" },
    ]);
  });

  it("of another lesson is sent there", () => {
    expect(() => toShared(from([], "attention"), here)).toThrow("belongs to the lesson “attention”");
  });

  it.each([
    ["{}", "not a Jupyter notebook of version 4"],
    ['{"nbformat":4,"metadata":{},"cells":[]}', "not exported from Glassbox"],
    ['{"nbformat":4,"metadata":{"glassbox":{"version":2}},"cells":[]}', "cannot read"],
    ["", "not JSON"],
  ])("from a file that is not ours is refused: %s", (text, reason) => {
    expect(() => fromIpynb(text)).toThrow(reason);
  });
});

it("turns every kind of display into an output with a plain text", () => {
  const displays: Display[] = [
    { kind: "text", text: "a", tone: "value" },
    table,
    {
      kind: "bars",
      bars: [
        { label: "<a>", value: 2 },
        { label: "b", value: null },
      ],
    },
    { kind: "heatmap", values: [[1, -1, null]], scale: "diverging" },
    { kind: "series", values: [1, 2], total: 2 },
    { kind: "tokens", tokens: [{ text: " a" }], total: 1 },
    { kind: "tree", lines: [{ depth: 1, key: "a", text: "1", type: "number" }] },
    { kind: "markup", language: "svg", source: "<svg/>" },
    { kind: "expectation", passed: false, subject: "loss", relation: "equals", expected: "1", got: "2" },
  ];
  for (const shown of displays) {
    display.parse(shown);
    const output = toOutput(shown);
    expect(output).toMatchObject({ output_type: "display_data", data: { "text/plain": expect.any(String) } });
  }
  expect(toOutput({ kind: "text", text: "a", tone: "warn" })).toMatchObject({ name: "stderr", text: "a\n" });
  expect(toOutput({ kind: "error", name: "TypeError", message: "x" })).toMatchObject({ ename: "TypeError" });
});

/** All code of a notebook, as a kernel without modules would see it. */
function joined(ipynb: string): string {
  const { cells } = JSON.parse(ipynb);
  return cells
    .filter((cell: { cell_type: string }) => cell.cell_type === "code")
    .map((cell: { source: string[] }) => cell.source.join(""))
    .join("\n;\n");
}

/** Deno without a notebook around it. */
const plainDeno = {
  get jupyter() {
    throw new Error("Deno.jupyter is only available in `deno jupyter` subcommand");
  },
};

/** Runs a notebook's cells one after another in one scope, without types, as Deno does. */
async function runLikeDeno(ipynb: string): Promise<{ logged: unknown[] }> {
  const logged: unknown[] = [];
  const { code } = transform(joined(ipynb), { transforms: ["typescript"], disableESTransforms: true });
  const run = new Function("console", "Deno", `return (async () => { ${code} })();`);
  await run({ log: (value: unknown) => logged.push(value) }, plainDeno);
  return { logged };
}
