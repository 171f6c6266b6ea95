import type { Program as Ast, ImportDeclaration } from "acorn";
import { cellPath } from "./cell-path";
import { showLastValue } from "./last-value";
import { type Edit, type Modules, type ParsedModule, toCompiled } from "./modules";
import { type DefinedName, type FreeName, findNames } from "./names";
import { type CompiledModule, ProgramError } from "./program";

/** A cell read on its own: what it gives, what it takes, and all it needs of the lesson's files. */
export interface ParsedCell {
  module: ParsedModule;
  defines: DefinedName[];
  free: FreeName[];
  /** The lesson's files it imports, with theirs, dependencies first. */
  libraries: CompiledModule[];
}

/** Throws a `ProgramError` that names the line and what may be written instead. */
export function parseCell(id: string, source: string, modules: Modules): ParsedCell {
  const module = modules.parse(cellPath(id), source);
  refuseExports(module);
  return { module, ...findNames(module.ast), libraries: modules.reach(module) };
}

function refuseExports({ path, ast }: ParsedModule): void {
  for (const node of ast.body) {
    if (node.type === "ExportNamedDeclaration" && node.declaration) continue;
    if (!node.type.startsWith("Export")) continue;
    const line = node.loc?.start.line ?? 1;
    throw new ProgramError(
      "SyntaxError",
      `${path}, line ${line}: a cell needs no export. Its top-level names are shared with the other cells as they are.`,
      path,
      line,
    );
  }
}

/** The name under which a running cell finds its host. */
const host = "__glassbox";

/**
 * The cell as a module whose default export is an async function of its host and of `inputs`, and which returns
 * what it defines, by name. Every line stays where it is: the imports and the function's head go before the
 * first line, on the same line.
 */
export function linkCell({ module, defines }: ParsedCell, inputs: readonly string[]): CompiledModule {
  const { ast } = module;
  const edits = [...removeImports(module), ...removeExports(ast), ...showLastValue(ast, host)];
  const body = toCompiled(module, edits);
  const head = hoistImports(module);
  const open = `export default async function (${[host, ...inputs].join(", ")}) {`;
  const close = `\nreturn { ${defines.map(({ name }) => name).join(", ")} };\n}`;
  return {
    path: module.path,
    ...join(head, { parts: [open], links: [] }, body, { parts: [close], links: [] }),
  };
}

type Code = Pick<CompiledModule, "parts" | "links">;

function join(...codes: Code[]): Code {
  return codes.reduce((before, after) => ({
    parts: [...before.parts.slice(0, -1), `${before.parts.at(-1)}${after.parts[0]}`, ...after.parts.slice(1)],
    links: [...before.links, ...after.links],
  }));
}

/** Imports may stand in no function; what remains of each is its line breaks. */
function removeImports({ ast, code }: ParsedModule): Edit[] {
  return importsOf(ast).map(({ start, end }) => ({
    start,
    end,
    text: code.slice(start, end).replaceAll(/[^\n]/g, ""),
  }));
}

function removeExports(ast: Ast): Edit[] {
  return ast.body.flatMap((node) =>
    node.type === "ExportNamedDeclaration" && node.declaration
      ? [{ start: node.start, end: node.declaration.start, text: "" }]
      : [],
  );
}

function importsOf(ast: Ast): ImportDeclaration[] {
  return ast.body.filter((node) => node.type === "ImportDeclaration");
}

/** All imports on one line, their modules as gaps. */
function hoistImports({ ast, links }: ParsedModule): Code {
  const parts = [""];
  const linked: string[] = [];
  for (const node of importsOf(ast)) {
    parts[parts.length - 1] += toClause(node);
    parts.push(";");
    linked.push(links.find(({ start }) => start === node.source.start)?.path ?? "");
  }
  return { parts, links: linked };
}

function toClause({ specifiers }: ImportDeclaration): string {
  if (specifiers.length === 0) return "import ";
  const whole = specifiers.flatMap((one) => {
    if (one.type === "ImportDefaultSpecifier") return [one.local.name];
    return one.type === "ImportNamespaceSpecifier" ? [`* as ${one.local.name}`] : [];
  });
  const named = specifiers.flatMap((one) => {
    if (one.type !== "ImportSpecifier") return [];
    const imported = one.imported.type === "Identifier" ? one.imported.name : one.imported.raw;
    return [`${imported} as ${one.local.name}`];
  });
  const clause = [...whole, ...(named.length > 0 ? [`{ ${named.join(", ")} }`] : [])].join(", ");
  return `import ${clause} from `;
}
