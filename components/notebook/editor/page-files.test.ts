import { describe, expect, it } from "vitest";
import { createPageFiles } from "./page-files";

const inputs = [{ name: "T", value: 0.7 }];

describe("the files that the editor's TypeScript knows", () => {
  it("are every cell with its names, the lesson's own files and the names of the page", () => {
    const files = createPageFiles()({
      cells: [
        { id: "a", code: "const rows: number[] = [];" },
        { id: "own-1", code: "rows.length" },
      ],
      inputs,
      modules: { "sampling.ts": "export const x = 1;" },
    });
    expect(Object.keys(files).sort()).toEqual(["cells/a.ts", "cells/own-1.ts", "page.d.ts", "sampling.ts"]);
    expect(files["page.d.ts"]).toContain('const rows: Resolved<typeof import("./cells/a").rows>;');
    expect(files["page.d.ts"]).toContain("const T: number;");
  });

  it("keep a cell's names while it is being typed and does not parse", () => {
    const toFiles = createPageFiles();
    const withCode = (code: string) => toFiles({ cells: [{ id: "a", code }], inputs: [], modules: {} });
    const before = withCode("const rows = [1];");
    expect(withCode("const rows = [1")).toEqual(before);
    expect(withCode("const others = [1];")["page.d.ts"]).toContain("const others");
  });
});
