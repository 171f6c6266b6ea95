import type { Program as Ast, Identifier, Literal } from "acorn";
import { namesIn } from "./names";

/** Names a module exports; nothing if it re-exports all of another, whose names are not known here. */
export function findExports(ast: Ast): Set<string> | undefined {
  const names = new Set<string>();
  for (const node of ast.body) {
    if (node.type === "ExportAllDeclaration" && !node.exported) return undefined;
    if (node.type === "ExportAllDeclaration" && node.exported) names.add(nameOf(node.exported));
    if (node.type === "ExportDefaultDeclaration") names.add("default");
    if (node.type !== "ExportNamedDeclaration") continue;
    for (const { exported } of node.specifiers) names.add(nameOf(exported));
    if (node.declaration?.type === "VariableDeclaration")
      for (const { id } of node.declaration.declarations) for (const { name } of namesIn(id)) names.add(name);
    else if (node.declaration) names.add(node.declaration.id.name);
  }
  return names;
}

/** A name that a module wants from another. */
export interface ImportedName {
  specifier: string;
  name: string;
  line: number;
}

export function findImportedNames(ast: Ast): ImportedName[] {
  return ast.body.flatMap((node) => {
    if (node.type !== "ImportDeclaration") return [];
    const specifier = String(node.source.value);
    return node.specifiers.flatMap((wanted) => {
      if (wanted.type === "ImportNamespaceSpecifier") return [];
      const name = wanted.type === "ImportSpecifier" ? nameOf(wanted.imported) : "default";
      return [{ specifier, name, line: wanted.loc?.start.line ?? 1 }];
    });
  });
}

function nameOf(name: Identifier | Literal): string {
  return name.type === "Identifier" ? name.name : String(name.value);
}
