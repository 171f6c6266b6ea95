/**
 * TypeScript files that say what a page's shared names mean, for every tool that checks types: the build's
 * `tsc` and the editor.
 *
 * A cell stays as its author or reader wrote it, line for line, with one line more that makes its names
 * reachable. One further file declares every name of every cell as a global: what a cell defines itself hides
 * the global of that name, so each cell sees its own names as they are and those of the others resolved:
 * a promise as what it resolves to, a generator as what it yields.
 */

export interface TypedCell {
  /** Path relative to the lesson's folder: "cells/softmax.ts". Imports in the code start from there. */
  path: string;
  code: string;
  /** The values it defines at its top level: what `findNames` finds. */
  defines: readonly string[];
}

/** Path of the file with the globals, beside the lesson's own files. */
export const globalsPath = "page.d.ts";

/**
 * Files by path relative to the lesson's folder: each cell under its own path, and `globalsPath`.
 * `inputs`: TypeScript type of each input of the text, by name (`{ T: "number" }`).
 */
export function toTypedPage(
  cells: readonly TypedCell[],
  inputs: Readonly<Record<string, string>>,
): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { path, code, defines } of cells)
    files[path] = `${code.trimEnd()}\n${exportLine(code, defines)}\n`;
  files[globalsPath] = toGlobals(cells, inputs);
  return files;
}

/** A cell that exports names itself, such as a whole file, needs no more. */
function exportLine(code: string, defines: readonly string[]): string {
  if (exportsValues(code)) return "export {};";
  const names = [...new Set([...defines, ...findTypes(code).map(({ name }) => name)])];
  return `export { ${names.join(", ")} };`;
}

function toGlobals(cells: readonly TypedCell[], inputs: Readonly<Record<string, string>>): string {
  const lines = Object.entries(inputs).map(([name, type]) => `  const ${name}: ${type};`);
  const seen = new Set(Object.keys(inputs));
  for (const { path, code, defines } of cells) {
    const from = `import("./${path.replace(/\.ts$/, "")}")`;
    // Doubly defined names are an error elsewhere; here the first one counts.
    for (const name of defines) {
      if (seen.has(name)) continue;
      seen.add(name);
      lines.push(`  const ${name}: Resolved<typeof ${from}.${name}>;`);
    }
    for (const { name, parameters, names } of findTypes(code)) {
      if (seen.has(`type ${name}`)) continue;
      seen.add(`type ${name}`);
      lines.push(`  type ${name}${parameters} = ${from}.${name}${names && `<${names}>`};`);
    }
  }
  return [
    "export {};",
    "type Resolved<T> = T extends AsyncGenerator<infer Y, unknown, unknown> | Generator<infer Y, unknown, unknown>",
    "  ? Awaited<Y>",
    "  : Awaited<T>;",
    "declare global {",
    ...lines,
    "}",
    "",
  ].join("\n");
}

interface NamedType {
  name: string;
  /** `<T extends number = number>`, or nothing. */
  parameters: string;
  /** `T`, or nothing. */
  names: string;
}

/**
 * Interfaces, type aliases, classes and enums that begin a line: the top level of formatted code. Where a cell
 * exports some names, those alone.
 */
function findTypes(code: string): NamedType[] {
  const declaration =
    /^(export )?(?:abstract )?(?:interface|type|class|enum|const enum) +([\p{L}_$][\p{L}\p{N}_$]*)[ \t]*(<)?/gmu;
  const found = [...code.matchAll(declaration)].map((match) => {
    const parameters = match[3] ? readAngles(code, match.index + match[0].length - 1) : "";
    return { name: match[2], parameters, names: parameterNames(parameters), exported: Boolean(match[1]) };
  });
  return exportsValues(code) ? found.filter(({ exported }) => exported) : found;
}

function exportsValues(code: string): boolean {
  return /^export (?:const|let|var|async|function|abstract|class|enum)\b/m.test(code);
}

/** The text from `<` at `start` to the `>` that closes it. */
function readAngles(code: string, start: number): string {
  let depth = 0;
  for (let at = start; at < code.length; at++) {
    if (code[at] === "<") depth++;
    if (code[at] === ">" && code[at - 1] !== "=" && --depth === 0) return code.slice(start, at + 1);
  }
  return "";
}

/** `<A extends [B, C], D = E>` → `A, D`. */
function parameterNames(parameters: string): string {
  let depth = 0;
  const flat = [...parameters.slice(1, -1).replaceAll("=>", "")].filter((letter) => {
    if ("<[{(".includes(letter)) depth++;
    const kept = depth === 0;
    if (">]})".includes(letter)) depth--;
    return kept;
  });
  return flat
    .join("")
    .split(",")
    .map((one) => one.trim().split(/[\s=]/)[0])
    .filter(Boolean)
    .join(", ");
}
