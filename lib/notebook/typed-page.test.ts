import { describe, expect, it } from "vitest";
import { globalsPath, toTypedPage } from "./typed-page";

const page = (cells: Record<string, [code: string, ...defines: string[]]>) =>
  toTypedPage(
    Object.entries(cells).map(([path, [code, ...defines]]) => ({ path, code, defines })),
    { T: "number" },
  );

describe("toTypedPage", () => {
  it("leaves a cell's lines where they are and exports its names below them", () => {
    const files = page({ "cells/a.ts": ["const a = 1;\na;\n", "a"] });
    expect(files["cells/a.ts"]).toBe("const a = 1;\na;\nexport { a };\n");
  });

  it("declares each name once, resolved, and each input by its type", () => {
    const globals = page({ "cells/a.ts": ["const x = 1;", "x"], "cells/b.ts": ["const x = 2;", "x"] })[
      globalsPath
    ];
    expect(globals.match(/const x/g)).toHaveLength(1);
    expect(globals).toContain('  const x: Resolved<typeof import("./cells/a").x>;');
    expect(globals).toContain("  const T: number;");
  });

  it("leaves a cell that exports names as it is, and shares those alone", () => {
    const code = "interface Hidden { x: number }\nexport interface Shown { x: Hidden }\nexport const a = 1;";
    const files = page({ "cells/a.ts": [code, "a"] });
    expect(files["cells/a.ts"]).toBe(`${code}\nexport {};\n`);
    expect(files[globalsPath]).toContain("type Shown =");
    expect(files[globalsPath]).not.toContain("Hidden");
  });

  it("shares types too, with their parameters", () => {
    const code =
      "interface Pair<A extends Map<string, () => void>, B = [1, 2]> { a: A; b: B }\nexport type One = 1;\nclass C {}";
    const globals = page({ "cells/a.ts": [code, "C"] })[globalsPath];
    expect(globals).toContain(
      'type Pair<A extends Map<string, () => void>, B = [1, 2]> = import("./cells/a").Pair<A, B>;',
    );
    expect(globals).toContain('type C = import("./cells/a").C;');
  });
});
