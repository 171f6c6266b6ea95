import { findExports, findImportedNames } from "./exports";
import exerciseModule from "./generated/exercise-module";
import { findImports, type ImportSite } from "./imports";
import { orderFrom } from "./order";
import { type CompiledModule, type Program, ProgramError } from "./program";
import { type builtins, importable, resolveImport } from "./resolve";
import { stdlibNames } from "./stdlib";
import { type Transpiled, transpile } from "./transpile";

const builtinSources: Record<string, string> = {
  "glassbox/exercise": exerciseModule,
} satisfies Record<(typeof builtins)[number], string>;

export interface ParsedModule extends Transpiled {
  path: string;
  links: (ImportSite & { path: string })[];
}

/**
 * The files of a lesson, each parsed once, when it is first needed. Every method throws a `ProgramError` that
 * names the module, the line and what may be written instead.
 */
export class Modules {
  private readonly parsed = new Map<string, ParsedModule>();

  constructor(private readonly sources: Readonly<Program["modules"]>) {}

  /** Code that may import these files and is none of them. */
  parse(path: string, source: string): ParsedModule {
    const transpiled = transpile(path, source);
    const links = findImports(transpiled.ast).map((site) => ({ ...site, path: this.resolve(path, site) }));
    return { ...transpiled, path, links };
  }

  /** All that `module` needs, dependencies first, without itself; the names it imports are there. */
  reach(module: ParsedModule): CompiledModule[] {
    const linksOf = (path: string) => (path in builtinSources ? [] : this.get(path).links);
    const needs = (path: string) =>
      (path === module.path ? module.links : linksOf(path)).map((link) => link.path);
    const paths = orderFrom(module.path, needs, (circle) => {
      throw new ProgramError(
        "ImportError",
        `These files import each other: ${circle.join(" → ")}.`,
        circle[0],
      );
    });
    const others = paths.filter((path) => path !== module.path);
    for (const path of others) if (!(path in builtinSources)) this.checkNames(this.get(path));
    this.checkNames(module);
    return others.map((path) =>
      path in builtinSources
        ? { path, parts: [builtinSources[path]], links: [] }
        : toCompiled(this.get(path)),
    );
  }

  private get(path: string): ParsedModule {
    if (!Object.hasOwn(this.sources, path))
      throw new ProgramError("ImportError", `The program has no module "${path}".`, path);
    const module = this.parsed.get(path) ?? this.parse(path, this.sources[path]);
    this.parsed.set(path, module);
    return module;
  }

  private resolve(from: string, { specifier, line }: ImportSite): string {
    const path = resolveImport(from, specifier, this.sources);
    if (path !== undefined) return path;
    throw new ProgramError(
      "ImportError",
      `${from}, line ${line}: ${this.explain(from, specifier)}`,
      from,
      line,
    );
  }

  private explain(from: string, specifier: string): string {
    if (specifier === "glassbox")
      return `${stdlibNames.join(", ")} are there without an import. Take this line out.`;
    const allowed = importable(from, this.sources).join(", ") || "nothing";
    return `"${specifier}" cannot be imported here. You may import ${allowed}.`;
  }

  /** A misspelled name would else be found only by the engine, which says neither where nor what there is. */
  private checkNames({ path, ast, links }: ParsedModule): void {
    for (const { specifier, name, line } of findImportedNames(ast)) {
      const target = links.find((link) => link.specifier === specifier)?.path ?? "";
      const names = this.exportsOf(target);
      if (!names || names.has(name)) continue;
      throw new ProgramError(
        "ImportError",
        `${path}, line ${line}: "${specifier}" has no "${name}". It has ${[...names].join(", ")}.`,
        path,
        line,
      );
    }
  }

  private exportsOf(path: string): Set<string> | undefined {
    const ast = path in builtinSources ? transpile(path, builtinSources[path]).ast : this.get(path).ast;
    return findExports(ast);
  }
}

/** A change to the code: what stands between `start` and `end` is replaced; by a module's URL if `text` is missing. */
export interface Edit {
  start: number;
  end: number;
  text?: string;
}

/** The module with its imports as gaps, and whatever else is to be changed in it. */
export function toCompiled({ path, code, links }: ParsedModule, edits: readonly Edit[] = []): CompiledModule {
  const gaps = links.filter(({ start }) => !edits.some((edit) => covers(edit, start)));
  const changes: (Edit & { path?: string })[] = [...gaps, ...edits].sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  const linked: string[] = [];
  let part = "";
  let from = 0;
  for (const { start, end, text, path: target } of changes) {
    part += code.slice(from, start);
    from = end;
    if (target === undefined) part += text ?? "";
    else {
      parts.push(part);
      linked.push(target);
      part = "";
    }
  }
  parts.push(part + code.slice(from));
  return { path, parts, links: linked };
}

function covers({ start, end }: Edit, at: number): boolean {
  return start <= at && at < end;
}
