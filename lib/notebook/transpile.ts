import { type Program as Ast, parse } from "acorn";
import { transform } from "sucrase";
import { ProgramError } from "./program";

export interface Transpiled {
  /** JavaScript with the line breaks of the TypeScript it came from. */
  code: string;
  ast: Ast;
}

/** TypeScript → JavaScript and its syntax tree. Lines stay where they were, so that errors need no source map. */
export function transpile(path: string, source: string): Transpiled {
  const code = stripTypes(path, source);
  try {
    const ast = parse(code, { ecmaVersion: "latest", sourceType: "module", locations: true });
    return { code, ast };
  } catch (error) {
    throw toSyntaxError(path, source, code, error);
  }
}

function stripTypes(path: string, source: string): string {
  try {
    return transform(source, { transforms: ["typescript"], disableESTransforms: true }).code;
  } catch (error) {
    throw toSyntaxError(path, source, source, error);
  }
}

/** Sucrase and acorn both end their messages with "(line:column)". */
function toSyntaxError(path: string, source: string, code: string, error: unknown): ProgramError {
  const raw = error instanceof Error ? error.message : String(error);
  const [, message, line, column] = /^(?:Error transforming .*?: )?(.*?)\s*\((\d+):(\d+)\)$/s.exec(raw) ?? [];
  if (line === undefined) return new ProgramError("SyntaxError", `${path}: ${raw}`, path);
  // Acorn counts columns from 0, sucrase from 1.
  const start = Number(column) - (source === code ? 1 : 0);
  const place = toSourceColumn(lineOf(source, Number(line)), lineOf(code, Number(line)), start) + 1;
  return new ProgramError(
    "SyntaxError",
    `${path}, line ${line}, column ${place}: ${message}.`,
    path,
    Number(line),
    place,
  );
}

function lineOf(text: string, line: number): string {
  return text.split("\n")[line - 1] ?? "";
}

/** Where a 0-based column of a line without types stood in the line with types. */
export function toSourceColumn(sourceLine: string, strippedLine: string, column: number): number {
  let prefix = 0;
  while (prefix < strippedLine.length && sourceLine[prefix] === strippedLine[prefix]) prefix++;
  if (column <= prefix) return column;
  return column + sourceLine.length - strippedLine.length;
}
