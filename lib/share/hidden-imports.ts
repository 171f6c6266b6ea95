/**
 * Outside Glassbox there is no module "glassbox", and the lesson's files are cells at the notebook's top. So the
 * imports of both become comments there, and imports again on the way back.
 */

const mark = "//glassbox: ";

/** Import statements as a formatter writes them: they begin a line, and end one. */
const imports =
  /^import\b(?:[^;'"`]*\bfrom)?\s*(["'])(?:glassbox(?:\/[\w-]+)?|\.{1,2}\/[^"'\n]*)\1;?[^\S\n]*$/gm;

export function hideImports(code: string): string {
  // A line that bears the mark already gets another, so that taking one off gives back what was there.
  const hidden = code.replaceAll(imports, (statement) => statement.replaceAll(/^/gm, "\0"));
  return hidden.replaceAll(/^(?:\0|(?=\/\/glassbox: ))/gm, mark);
}

export function showImports(code: string): string {
  return code.replaceAll(/^\/\/glassbox: /gm, "");
}

/** A file of the lesson as a cell: what it exports is simply there, below it. */
export function toTopLevel(source: string): string {
  return hideImports(source).replaceAll(
    /^export (?=(?:async|function|const|let|class|abstract|interface|type|enum)\b)/gm,
    "",
  );
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
