import { findNames } from "../notebook/names";
import { transpile } from "../notebook/transpile";

/**
 * Outside Glassbox all cells share one scope, there is no module "glassbox", and the lesson's files are cells at
 * the notebook's top. So imports become comments there, and what exports some of its names keeps the others in a
 * function, as it would in a module. The marks say what was there, for the way back.
 */

const mark = "//glassbox: ";
const exportMark = "/*export*/ ";

/** Import statements as a formatter writes them: they begin a line, and end one. */
const imports =
  /^import\b(?:[^;'"`]*\bfrom)?\s*(["'])(?:glassbox(?:\/[\w-]+)?|\.{1,2}\/[^"'\n]*)\1;?[^\S\n]*$/gm;
const exports = /^export (?=(?:async|function|const|let|class|abstract|interface|type|enum)\b)/gm;
const enclosed =
  /^const \{ [^\n]* \} = await \(async \(\) => \{ \/\/glassbox\n([\s\S]*)\nreturn \{ [^\n]* \};\n\}\)\(\); \/\/glassbox$/;

/** A cell, or a file of the lesson, as a cell of a notebook that has one scope. */
export function toOneScope(code: string): string {
  const names = findExported(code);
  if (names.length === 0) return hideImports(code);
  const body = hideImports(code).replaceAll(exports, exportMark);
  const list = `{ ${names.join(", ")} }`;
  return `const ${list} = await (async () => { //glassbox\n${body}\nreturn ${list};\n})(); //glassbox`;
}

export function fromOneScope(code: string): string {
  const body = enclosed.exec(code)?.[1].replaceAll(/^\/\*export\*\/ /gm, "export ");
  return (body ?? code).replaceAll(/^(?:const [^\n]*?; )?\/\/glassbox: /gm, "");
}

/** The values that code exports; none where it cannot be read: it will say so itself. */
function findExported(code: string): string[] {
  if (code.search(exports) < 0) return [];
  try {
    const { ast } = transpile("cell", code);
    const exporting = ast.body.some(({ type }) => type === "ExportNamedDeclaration");
    return exporting ? findNames(ast).defines.map(({ name }) => name) : [];
  } catch {
    return [];
  }
}

function hideImports(code: string): string {
  const hidden = code.replaceAll(imports, (statement) =>
    statement.replaceAll(/^[^\n]*/gm, (line) => `\0${toAliases(statement, line)}${mark}${line}`),
  );
  // A line that bears a mark already gets another, so that taking one off gives back what was there.
  return hidden.replaceAll(/^(?:\0|(?=[^\n\0]*\/\/glassbox|\/\*export\*\/ ))/gm, (hide) =>
    hide ? "" : mark,
  );
}

/** `{ examples as all }` → `const all = examples; `: what is imported is there already, by its own name. */
function toAliases(statement: string, line: string): string {
  if (statement.startsWith("import type")) return "";
  const pairs = line.matchAll(/(?<!\btype )\b([\w$]+) as ([\w$]+)/g);
  return [...pairs].map(([, name, alias]) => `const ${alias} = ${name}; `).join("");
}

/** Paths of a lesson's files, each after those it imports. */
export function orderModules(modules: Readonly<Record<string, string>>): string[] {
  const ordered = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    if (!Object.hasOwn(modules, path) || trail.includes(path)) return;
    for (const [, specifier] of modules[path].matchAll(/\bfrom\s*["'](\.{1,2}\/[^"'\n]*)["']/g))
      visit(resolvePath(path, specifier), [...trail, path]);
    ordered.add(path);
  };
  for (const path of Object.keys(modules)) visit(path, []);
  return [...ordered];
}

function resolvePath(from: string, specifier: string): string {
  const { pathname } = new URL(specifier, `file:///${from}`);
  return pathname.slice(1).replace(/(\.ts)?$/, ".ts");
}
