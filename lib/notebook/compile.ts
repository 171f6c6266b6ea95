/**
 * Program → JavaScript modules in the order in which they can be linked: parse, find imports, resolve, order,
 * rewrite. Pure. Load it on demand (`await import`): sucrase and acorn weigh more than the rest of a page.
 */

import { findExports, findImportedNames } from "./exports";
import exerciseModule from "./generated/exercise-module";
import stdlibModule from "./generated/stdlib-module";
import { findImports, type ImportSite } from "./imports";
import { showLastValue } from "./last-value";
import { orderFrom } from "./order";
import { type CompiledModule, type CompiledProgram, type Program, ProgramError } from "./program";
import { type builtins, importable, resolveImport } from "./resolve";
import { type Transpiled, transpile } from "./transpile";

const builtinSources: Record<string, string> = {
  glassbox: stdlibModule,
  "glassbox/exercise": exerciseModule,
} satisfies Record<(typeof builtins)[number], string>;

interface ParsedModule extends Transpiled {
  links: (ImportSite & { path: string })[];
}

/** Throws a `ProgramError` that names the module, the line and what may be written instead. */
export function compile(program: Program): CompiledProgram {
  const parsed = new Map<string, ParsedModule>();
  const load = (path: string) => {
    if (path in builtinSources) return [];
    const module = parsed.get(path) ?? parseModule(path, program.modules);
    parsed.set(path, module);
    return module.links.map((link) => link.path);
  };
  const paths = orderFrom(program.entry, load, (circle) => {
    throw new ProgramError("ImportError", `These files import each other: ${circle.join(" → ")}.`, circle[0]);
  });
  for (const path of parsed.keys()) checkNames(path, parsed);
  return {
    entry: program.entry,
    focus: program.focus ?? program.entry,
    modules: paths.map((path) => toCompiled(path, parsed.get(path), path === program.entry)),
  };
}

function parseModule(path: string, modules: Program["modules"]): ParsedModule {
  if (!Object.hasOwn(modules, path))
    throw new ProgramError("ImportError", `The program has no module "${path}".`, path);
  const transpiled = transpile(path, modules[path]);
  const links = findImports(transpiled.ast).map((site) => ({ ...site, path: resolve(path, site, modules) }));
  return { ...transpiled, links };
}

function resolve(from: string, site: ImportSite, modules: Program["modules"]): string {
  const path = resolveImport(from, site.specifier, modules);
  if (path !== undefined) return path;
  const allowed = importable(from, modules).join(", ");
  throw new ProgramError(
    "ImportError",
    `${from}, line ${site.line}: "${site.specifier}" cannot be imported here. You may import ${allowed}.`,
    from,
    site.line,
  );
}

/** A misspelled name would else be found only by the engine, which says neither where nor what there is. */
function checkNames(path: string, parsed: ReadonlyMap<string, ParsedModule>): void {
  const module = parsed.get(path)!;
  for (const { specifier, name, line } of findImportedNames(module.ast)) {
    const target = module.links.find((link) => link.specifier === specifier)?.path ?? "";
    const names = exportsOf(target, parsed);
    if (!names || names.has(name)) continue;
    throw new ProgramError(
      "ImportError",
      `${path}, line ${line}: "${specifier}" has no "${name}". It has ${[...names].join(", ")}.`,
      path,
      line,
    );
  }
}

function exportsOf(path: string, parsed: ReadonlyMap<string, ParsedModule>): Set<string> | undefined {
  const ast = parsed.get(path)?.ast ?? transpile(path, builtinSources[path]).ast;
  return findExports(ast);
}

function toCompiled(path: string, parsed: ParsedModule | undefined, isEntry: boolean): CompiledModule {
  if (!parsed) return { path, parts: [builtinSources[path]], links: [] };
  const parts: string[] = [];
  const inserts = isEntry ? showLastValue(parsed.ast) : [];
  const edits = [
    ...parsed.links.map((link) => ({ start: link.start, end: link.end, text: undefined })),
    ...inserts.map(({ at, text }) => ({ start: at, end: at, text })),
  ].sort((a, b) => a.start - b.start);
  let part = "";
  let from = 0;
  for (const { start, end, text } of edits) {
    part += parsed.code.slice(from, start);
    from = end;
    if (text === undefined) {
      parts.push(part);
      part = "";
    } else part += text;
  }
  parts.push(part + parsed.code.slice(from));
  return { path, parts, links: parsed.links.map((link) => link.path) };
}
