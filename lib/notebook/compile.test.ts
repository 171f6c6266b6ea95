import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "./compile";
import { type Program, ProgramError } from "./program";
import { toSourceColumn } from "./transpile";

function compileCell(source: string, modules: Record<string, string> = {}) {
  return compile({ entry: "cells/a.ts", modules: { "cells/a.ts": source, ...modules } });
}

function problemOf(source: string, modules: Record<string, string> = {}): ProgramError {
  try {
    compileCell(source, modules);
  } catch (error) {
    if (error instanceof ProgramError) return error;
  }
  throw new Error("expected a ProgramError");
}

const sampling = { "sampling.ts": "export const softmax = (x: number[]): number[] => x;" };

describe("compile", () => {
  it("strips types and leaves every line where it was", () => {
    const source = [
      "interface A {",
      "  x: number;",
      "}",
      "const a: A = { x: 1 };",
      "enum B { C }",
      "export { a, B };",
    ];
    const [module] = compileCell(source.join("\n")).modules;
    const lines = module.parts.join("").split("\n");
    expect(lines).toHaveLength(source.length);
    expect(lines[3]).toBe("const a = { x: 1 };");
  });

  it("turns imports into gaps and orders dependencies first", () => {
    const program = compileCell(
      'import { softmax } from "../sampling";\nimport { closeTo } from "glassbox/exercise";\ncloseTo(softmax([]));',
      sampling,
    );
    expect(program.modules.map(({ path }) => path)).toEqual([
      "sampling.ts",
      "glassbox/exercise",
      "cells/a.ts",
    ]);
    const entry = program.modules[2];
    expect(entry.links).toEqual(["sampling.ts", "glassbox/exercise"]);
    expect(entry.parts).toHaveLength(3);
    expect(entry.parts[0]).toBe("import { softmax } from ");
  });

  it("drops imports of types only", () => {
    const program = compileCell('import type { A } from "../a";\nlet a: A;');
    expect(program.modules.map(({ path }) => path)).toEqual(["cells/a.ts"]);
  });

  it("names line and column of a syntax error in the reader's own code", () => {
    const problem = problemOf("const a: number = 1;\nconst b: number[] = [1, 2;\n");
    expect(problem.name).toBe("SyntaxError");
    expect([problem.module, problem.line, problem.column]).toEqual(["cells/a.ts", 2, 26]);
  });

  it("finds the column of errors that only the second parser sees", () => {
    const problem = problemOf("const a: number = 1;\nlet a: number = 2;");
    expect([problem.line, problem.column]).toEqual([2, 5]);
  });

  it("says what may be imported when an import is unknown", () => {
    const problem = problemOf('\nimport _ from "lodash";\n_();', sampling);
    expect(problem.name).toBe("ImportError");
    expect(problem.message).toBe(
      'cells/a.ts, line 2: "lodash" cannot be imported here. You may import "../sampling".',
    );
  });

  it("says which names a file has when one is misspelled", () => {
    const problem = problemOf('import { softmx } from "../sampling";\nsoftmx([]);', sampling);
    expect(problem.message).toBe('cells/a.ts, line 1: "../sampling" has no "softmx". It has softmax.');
    expect(problemOf('import { check } from "glassbox/exercise";\ncheck();').message).toContain("closeTo");
  });

  it.each([
    "export const { a, b: [c], ...d } = x, e = 1; export function f() {} export class G {}",
    "const a = 1, c = 2, d = 3, e = 4, f = 5, G = 6; export { a, c, d, e, f, G };",
    'export * from "./other";',
  ])("knows the names of: %s", (source) => {
    const modules = { "m.ts": `const x: any = { b: [] };\n${source}`, "other.ts": "export const a = 1;" };
    const cell = 'import { a, c, d, e, f, G } from "../m";\n[a, c, d, e, f, G];';
    expect(() => compileCell(cell, modules)).not.toThrow();
  });

  it("refuses files that import each other, and names them", () => {
    const modules = {
      "x.ts": 'import "./y"; export const x = 1;',
      "y.ts": 'import "./x"; export const y = 1;',
    };
    expect(problemOf('import "../x";', modules).message).toContain("x.ts → y.ts → x.ts");
  });

  it("names the lesson's file when the fault lies there", () => {
    const problem = problemOf('import { b } from "../b";\nb();', { "b.ts": "export const b = ;" });
    expect([problem.module, problem.line]).toEqual(["b.ts", 1]);
  });

  it("never fails with anything but a ProgramError, whatever is typed", () => {
    const snippet = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.constantFrom(
            "const ",
            "a",
            "=",
            "(",
            ")",
            "{",
            "}",
            ";",
            "\n",
            "`",
            "${",
            "import ",
            '"./x"',
            "<",
            ": number",
            "=>",
            "await ",
            "/",
            "class ",
          ),
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(snippet, (source) => {
        try {
          const { modules } = compileCell(source);
          expect(modules.at(-1)?.path).toBe("cells/a.ts");
        } catch (error) {
          expect(error).toBeInstanceOf(ProgramError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("orders any acyclic program so that each module comes after what it imports", () => {
    const graph = fc.array(fc.array(fc.nat()), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(graph, (edges) => {
        const modules: Program["modules"] = {};
        edges.forEach((targets, i) => {
          const below = i === 0 ? [] : targets.map((target) => target % i);
          modules[`m${i}.ts`] = `${below.map((j) => `import "./m${j}";`).join("\n")}\nexport const x = 1;`;
        });
        const done = new Set<string>();
        for (const module of compile({ entry: `m${edges.length - 1}.ts`, modules }).modules) {
          for (const link of module.links) expect(done).toContain(link);
          done.add(module.path);
        }
      }),
    );
  });
});

describe("toSourceColumn", () => {
  it("moves columns behind a stripped type to the right", () => {
    expect(toSourceColumn("let a: number = 2;", "let a = 2;", 4)).toBe(4);
    expect(toSourceColumn("let a: number = 2;", "let a = 2;", 8)).toBe(16);
  });
});
