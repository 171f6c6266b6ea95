import { describe, expect, it } from "vitest";
import { Modules } from "./modules";
import { linkCell, parseCell } from "./parse-cell";
import { ProgramError } from "./program";

const modules = new Modules({
  "sampling.ts": "export const softmax = (x: number[]) => x;\nexport default 1;",
});

function link(source: string, inputs: string[] = []) {
  const { parts, links } = linkCell(parseCell("a", source, modules), inputs);
  return { code: parts.reduce((code, part, i) => `${code}"${links[i - 1]}"${part}`), links };
}

function problemOf(source: string): ProgramError {
  try {
    parseCell("a", source, modules);
  } catch (error) {
    if (error instanceof ProgramError) return error;
  }
  throw new Error("expected a ProgramError");
}

describe("a cell", () => {
  it("becomes a function of what it takes that returns what it defines, every line where it was", () => {
    const source = "const a: number = T;\n\nfunction f() {}\nenum E { A }\ninterface I { x: 1 }";
    const lines = link(source, ["T"]).code.split("\n");
    expect(lines[0]).toBe("export default async function (__glassbox, T) {const a = T;");
    expect(lines[2]).toBe("function f() {}");
    expect(lines.at(-2)).toBe("return { a, f, E };");
  });

  it("keeps its imports in front, without moving a line", () => {
    const source =
      'import one, {\n  softmax as soft,\n} from "../sampling"; // why\nimport * as all from "../sampling";\nsoft([one, all]);';
    const { code, links } = link(source);
    expect(links).toEqual(["sampling.ts", "sampling.ts"]);
    expect(code.split("\n")[0]).toBe(
      'import one, { softmax as soft } from "sampling.ts";import * as all from "sampling.ts";export default async function (__glassbox) {',
    );
    expect(code.split("\n")[4]).toBe("__glassbox.value(await (soft([one, all])));");
  });

  it("fills dynamic imports where they stand", () => {
    expect(link('const { softmax } = await import("../sampling");').code).toContain(
      'await import("sampling.ts")',
    );
  });

  it("shows the value of its last expression, awaited, also in parentheses and before a comment", () => {
    expect(link("const a = 1;\n(a + 1);").code).toContain("\n(__glassbox.value(await (a + 1)));");
    expect(link("1 // one").code).toContain("__glassbox.value(await (1)) // one\nreturn {");
  });

  it("does not show twice what display(…) shows, nor a directive, nor a declaration", () => {
    for (const source of ["display(1);", "await display(1)", '"use strict";', "const a = 1;"])
      expect(link(source).code).not.toContain(".value(");
  });

  it("may say export, which changes nothing, but not what only a file can export", () => {
    expect(link("export const a = 1;").code).toContain("{const a = 1;\nreturn { a };");
    expect(problemOf("\nexport default 1;").message).toBe(
      "cells/a.ts, line 2: a cell needs no export. Its top-level names are shared with the other cells as they are.",
    );
  });

  it("is told that the standard library needs no import", () => {
    expect(problemOf('import { table } from "glassbox";\ntable([]);').message).toMatch(
      /^cells\/a\.ts, line 1: display, table, .* are there without an import\. Take this line out\.$/,
    );
  });
});
