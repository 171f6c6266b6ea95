import type { Program as Ast, Node } from "acorn";

/** A quoted module name in the code, `code.slice(start, end)` with its quotes. */
export interface ImportSite {
  specifier: string;
  start: number;
  end: number;
  line: number;
}

/** All static imports and re-exports, and dynamic imports of a fixed name, in source order. */
export function findImports(ast: Ast): ImportSite[] {
  const sites: ImportSite[] = [];
  visit(ast, (node) => {
    const source = sourceOf(node);
    if (typeof source?.value !== "string") return;
    sites.push({
      specifier: source.value,
      start: source.start,
      end: source.end,
      line: source.loc?.start.line ?? 1,
    });
  });
  return sites.sort((a, b) => a.start - b.start);
}

type Source = Node & { value?: unknown };

const importing = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
]);

function sourceOf(node: Node): Source | undefined {
  return importing.has(node.type)
    ? ((node as Node & { source?: Source | null }).source ?? undefined)
    : undefined;
}

function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const child of Object.values(node)) {
    for (const item of Array.isArray(child) ? child : [child]) if (isNode(item)) visit(item, see);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}
