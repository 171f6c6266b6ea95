import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPageCompiler } from "./compile-page";
import { dependantsOf, inputsBehind, neededBy } from "./reach";

/** Cell `i` defines `x<i>` and uses the names of the cells listed. */
const anyPage = fc
  .integer({ min: 1, max: 10 })
  .chain((n) =>
    fc.tuple(...Array.from({ length: n }, () => fc.uniqueArray(fc.nat(n - 1), { maxLength: 3 }))),
  );

function compile(needs: number[][], cells = needs.map((_, i) => i)) {
  const list = cells.map((i) => ({
    id: `c${i}`,
    title: `C${i}`,
    code: `const x${i} = [${needs[i].filter((j) => j !== i).map((j) => `x${j}`)}, 1];`,
  }));
  return createPageCompiler({})(list, []);
}

/** Whether `from` gets to `to` along the needs, in one step or more. */
function reaches(needs: number[][], from: number, to: number): boolean {
  const seen = new Set<number>();
  const queue = needs[from].filter((j) => j !== from);
  for (const i of queue) {
    if (i === to) return true;
    if (seen.has(i)) continue;
    seen.add(i);
    queue.push(...needs[i].filter((j) => j !== i));
  }
  return false;
}

describe("the graph of a page", () => {
  it("puts every cell after those it needs, however the page is ordered", () => {
    fc.assert(
      fc.property(anyPage, (needs) => {
        const { graph } = compile(needs);
        const done = new Set<string>();
        for (const id of graph.order) {
          if (!graph.problems.has(id))
            for (const other of graph.needs.get(id) ?? []) expect(done).toContain(other);
          done.add(id);
        }
      }),
    );
  });

  it("lets run exactly the cells that neither lie on a circle nor need one that does", () => {
    fc.assert(
      fc.property(anyPage, (needs) => {
        const { definitions } = compile(needs);
        const all = needs.map((_, i) => i);
        const circular = all.filter((i) => reaches(needs, i, i));
        const sound = all.filter((i) => !circular.includes(i) && !circular.some((j) => reaches(needs, i, j)));
        expect([...definitions.keys()].sort()).toEqual(sound.map((i) => `c${i}`).sort());
      }),
    );
  });

  it("finds dependants and needs that mirror each other", () => {
    fc.assert(
      fc.property(anyPage, (needs) => {
        const { graph } = compile(needs);
        for (const a of needs.keys())
          for (const b of needs.keys()) {
            const isNeeded = neededBy(graph, [`c${a}`]).has(`c${b}`);
            expect(isNeeded).toBe(a === b || reaches(needs, a, b));
            expect(dependantsOf(graph, [`c${b}`]).has(`c${a}`)).toBe(isNeeded);
          }
      }),
    );
  });

  const compileCells = (cells: Record<string, string>, inputs: string[] = []) =>
    createPageCompiler({})(
      Object.entries(cells).map(([id, code]) => ({ id, title: id.toUpperCase(), code })),
      inputs,
    ).graph;
  const problem = (cells: Record<string, string>, id: string, inputs: string[] = []) =>
    compileCells(cells, inputs).problems.get(id)?.message;

  it("names both cells and both lines of a name that is defined twice, and blocks those who use it", () => {
    const cells = { a: "const x = 1;", b: "\nconst x = 2;", c: "x" };
    for (const id of ["a", "b"])
      expect(problem(cells, id)).toMatch(/^x is defined in “A” \(line 1\) and “B” \(line 2\)\./);
    expect(problem(cells, "c")).toBe("This cell needs x, and the cell “A”, which defines it, has an error.");
  });

  it("keeps the names of inputs and of the standard library for them", () => {
    expect(problem({ a: "const T = 1;" }, "a", ["T"])).toMatch(/^T is an input of this page/);
    expect(problem({ a: "function table() {}" }, "a")).toMatch(/^table is a name of the standard library/);
    expect(problem({ a: "T = 1;" }, "a", ["T"])).toMatch(/^T is not of this cell/);
    expect(problem({ a: "undeclared = 1;" }, "a")).toBe(
      "undeclared is not declared: write const undeclared = … or let undeclared = …",
    );
  });

  it("lets a cell hide any name inside itself", () => {
    expect(
      problem(
        { a: "const x = 1;", b: "{ const x = 2; x; }\n((table: number, T: number) => table + T)(1, 2)" },
        "b",
        ["T"],
      ),
    ).toBeUndefined();
    expect(problem({ a: "typeof nowhere" }, "a")).toBeUndefined();
  });

  it("still knows what a cell defined when it cannot be read for the moment", () => {
    const compile = createPageCompiler({});
    const page = (a: string) =>
      compile(
        [
          { id: "a", title: "A", code: a },
          { id: "b", title: "B", code: "x" },
        ],
        [],
      ).graph.problems;
    expect(page("const x = 1;").size).toBe(0);
    const problems = page("const x = (1;");
    expect(problems.get("a")?.name).toBe("SyntaxError");
    expect(problems.get("b")?.message).toMatch(/^This cell needs x, and the cell “A”/);
  });

  it("knows the inputs behind a cell", () => {
    const graph = compileCells({ a: "const y = T;", b: "y", c: "U" }, ["T", "U"]);
    expect(["a", "b", "c"].map((id) => inputsBehind(graph, id, ["T", "U"]))).toEqual([["T"], ["T"], ["U"]]);
  });

  it("gives the same definition until something about a cell changes", () => {
    const compile = createPageCompiler({});
    const page = (a: string, inputs: string[] = []) =>
      compile(
        [
          { id: "a", title: "A", code: a },
          { id: "b", title: "B", code: "name + 1" },
        ],
        inputs,
      ).definitions.get("b");
    const first = page("1", ["name"]);
    expect(page("2", ["name"])).toBe(first);
    expect(page("const name = 1;")).not.toBe(undefined);
  });
});
