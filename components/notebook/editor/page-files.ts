import { findNames } from "@/lib/notebook/names";
import { transpile } from "@/lib/notebook/transpile";
import { toTypedPage } from "@/lib/notebook/typed-page";
import type { PageTexts } from "./file";

/**
 * Files that tell TypeScript what the page's cells are to each other, now; see `typed-page.ts`. A cell that is
 * just being typed may not parse: then it is what it was when it last did, so that the others keep its names.
 */
export function createPageFiles(): (texts: PageTexts) => Record<string, string> {
  const parsed = new Map<string, { code: string; defines: string[] }>();
  const parse = (path: string, code: string) => {
    const known = parsed.get(path);
    if (known?.code === code) return known;
    try {
      const defines = findNames(transpile(path, code).ast).defines.map(({ name }) => name);
      parsed.set(path, { code, defines });
    } catch {
      // The editor itself shows what is wrong.
    }
    return parsed.get(path) ?? { code: "", defines: [] };
  };
  return ({ cells, inputs, modules }) => {
    const typed = cells.map(({ id }, i) => {
      const path = `cells/${id}.ts`;
      return { path, ...parse(path, cells[i].code) };
    });
    const types = inputs.map(({ name, value }) => [name, typeof value]);
    return { ...modules, ...toTypedPage(typed, Object.fromEntries(types)) };
  };
}
