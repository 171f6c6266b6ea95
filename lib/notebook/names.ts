import type { Program as Ast, Node, Pattern } from "acorn";

/** A top-level name of a cell, and where it is declared. */
export interface DefinedName {
  name: string;
  /** 1-based. */
  line: number;
}

/** A name that a cell uses and does not declare. */
export interface FreeName {
  name: string;
  /** 1-based, of the first use. */
  line: number;
  /** 1-based, of the first place that gives it another value. */
  assignedAt?: number;
  /** Used in `typeof name` alone, which is allowed of names that do not exist. */
  onlyTypeof?: boolean;
}

export interface Names {
  defines: DefinedName[];
  free: FreeName[];
}

/**
 * What a cell gives to the others and what it takes from them. Declarations of its top level are given, or,
 * if it exports some, those alone: so a whole file can be a cell without giving all its helpers away. `var` in a block, loop variables and imports stay inside. JavaScript only: types are gone by now.
 */
export function findNames(ast: Ast): Names {
  const top = new Scope(undefined);
  const declared = ast.body.flatMap(definedBy);
  const exporting = ast.body.filter(({ type }) => type === "ExportNamedDeclaration");
  const defines = exporting.length > 0 ? exporting.flatMap(definedBy) : declared;
  const imported = ast.body.flatMap((node) =>
    node.type === "ImportDeclaration" ? node.specifiers.map(({ local }) => local.name) : [],
  );
  top.add(...imported, ...declared.map(({ name }) => name), ...varsIn(ast));
  const free = new Map<string, FreeName>();
  for (const node of ast.body) visit(node, top, createNoter(free));
  return { defines: firstOfEach(defines), free: [...free.values()] };
}

/** Names bound by a destructuring pattern, in order. */
export function namesIn(pattern: Pattern): DefinedName[] {
  switch (pattern.type) {
    case "Identifier":
      return [{ name: pattern.name, line: lineOf(pattern) }];
    case "ObjectPattern":
      return pattern.properties.flatMap((part) =>
        namesIn(part.type === "Property" ? part.value : part.argument),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((part) => (part ? namesIn(part) : []));
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "RestElement":
      return namesIn(pattern.argument);
    default:
      return [];
  }
}

/** Any node of the tree, its fields not yet looked at. */
// biome-ignore lint/suspicious/noExplicitAny: acorn's types tell statements apart, but a walk meets them all
type AnyNode = Node & Record<string, any>;

class Scope {
  private readonly names = new Set<string>();

  constructor(private readonly parent: Scope | undefined) {}

  add(...names: string[]): this {
    for (const name of names) this.names.add(name);
    return this;
  }

  has(name: string): boolean {
    return this.names.has(name) || (this.parent?.has(name) ?? false);
  }
}

type Use = "read" | "write" | "typeof";
type Note = (node: AnyNode, use: Use) => void;

function createNoter(free: Map<string, FreeName>): Note {
  return (node, use) => {
    const known: FreeName = free.get(node.name) ?? { name: node.name, line: lineOf(node), onlyTypeof: true };
    free.set(node.name, known);
    if (use !== "typeof") delete known.onlyTypeof;
    if (use === "write") known.assignedAt ??= lineOf(node);
  };
}

function definedBy(node: Ast["body"][number]): DefinedName[] {
  if (node.type === "ExportNamedDeclaration") return node.declaration ? definedBy(node.declaration) : [];
  if (node.type === "VariableDeclaration") return node.declarations.flatMap(({ id }) => namesIn(id));
  if (node.type === "FunctionDeclaration" || node.type === "ClassDeclaration")
    return [{ name: node.id.name, line: lineOf(node.id) }];
  return [];
}

/** `var a; var a;` defines one name. */
function firstOfEach(defines: DefinedName[]): DefinedName[] {
  return [...new Map([...defines].reverse().map((one) => [one.name, one])).values()].reverse();
}

const isFunction = ({ type }: Node) =>
  type === "FunctionDeclaration" || type === "FunctionExpression" || type === "ArrowFunctionExpression";

/** `var` declarations anywhere below, functions excepted: they belong to the function around them. */
function varsIn(node: AnyNode): string[] {
  const own =
    node.type === "VariableDeclaration" && node.kind === "var"
      ? (node as unknown as { declarations: { id: Pattern }[] }).declarations.flatMap(({ id }) => namesIn(id))
      : [];
  const below = childrenOf(node).flatMap((child) =>
    isFunction(child) || child.type === "StaticBlock" ? [] : varsIn(child),
  );
  return [...own.map(({ name }) => name), ...below];
}

/** Names that a list of statements declares for itself. */
function lexicalIn(statements: AnyNode[]): string[] {
  return statements.flatMap((node) => {
    if (node.type === "VariableDeclaration")
      return node.declarations.flatMap(({ id }: { id: Pattern }) => namesIn(id).map(({ name }) => name));
    return node.type === "FunctionDeclaration" || node.type === "ClassDeclaration" ? [node.id.name] : [];
  });
}

type Visitor = (node: AnyNode, scope: Scope, note: Note) => void;

function visit(node: AnyNode | null | undefined, scope: Scope, note: Note): void {
  if (!node) return;
  const visitor = Object.hasOwn(visitors, node.type) ? visitors[node.type] : visitChildren;
  visitor(node, scope, note);
}

function visitChildren(node: AnyNode, scope: Scope, note: Note): void {
  const inside = blockScope(node, scope);
  for (const child of childrenOf(node)) visit(child, inside, note);
}

/** Where a walk over all children would take a label, a key or a declared name for a use. */
const visitors: Record<string, Visitor> = {
  Identifier(node, scope, note) {
    if (!scope.has(node.name)) note(node, "read");
  },
  FunctionDeclaration: visitFunction,
  FunctionExpression: visitFunction,
  ArrowFunctionExpression: visitFunction,
  ClassDeclaration: visitClass,
  ClassExpression: visitClass,
  MemberExpression(node, scope, note) {
    visit(node.object, scope, note);
    if (node.computed) visit(node.property, scope, note);
  },
  Property: visitProperty,
  PropertyDefinition: visitProperty,
  MethodDefinition: visitProperty,
  VariableDeclarator(node, scope, note) {
    visitPattern(node.id, scope, note, false);
    visit(node.init, scope, note);
  },
  AssignmentExpression(node, scope, note) {
    // `x += 1` reads x as well; that it writes says all that matters.
    visitPattern(node.left, scope, note, true);
    visit(node.right, scope, note);
  },
  UpdateExpression: (node, scope, note) => visitPattern(node.argument, scope, note, true),
  UnaryExpression({ operator, argument }, scope, note) {
    if (operator !== "typeof" || argument.type !== "Identifier") visit(argument, scope, note);
    else if (!scope.has(argument.name)) note(argument, "typeof");
  },
  ForInStatement: visitForEach,
  ForOfStatement: visitForEach,
  CatchClause(node, scope, note) {
    const inside = new Scope(scope).add(...(node.param ? namesIn(node.param).map(({ name }) => name) : []));
    if (node.param) visitPattern(node.param, inside, note, false);
    visit(node.body, inside, note);
  },
  LabeledStatement: (node, scope, note) => visit(node.body, scope, note),
  ExportNamedDeclaration: (node, scope, note) => visit(node.declaration, scope, note),
  BreakStatement: () => {},
  ContinueStatement: () => {},
  MetaProperty: () => {},
  ImportDeclaration: () => {},
};

function visitProperty(node: AnyNode, scope: Scope, note: Note): void {
  if (node.computed) visit(node.key, scope, note);
  visit(node.value, scope, note);
}

function visitClass(node: AnyNode, scope: Scope, note: Note): void {
  const inside = node.id ? new Scope(scope).add(node.id.name) : scope;
  visit(node.superClass, inside, note);
  visit(node.body, inside, note);
}

function visitForEach(node: AnyNode, scope: Scope, note: Note): void {
  const inside = new Scope(scope).add(...lexicalIn([node.left]));
  if (node.left.type === "VariableDeclaration") visit(node.left, inside, note);
  else visitPattern(node.left, inside, note, true);
  visit(node.right, inside, note);
  visit(node.body, inside, note);
}

function blockScope(node: AnyNode, scope: Scope): Scope {
  if (node.type === "StaticBlock") return new Scope(scope).add(...lexicalIn(node.body), ...varsIn(node));
  if (node.type === "BlockStatement") return new Scope(scope).add(...lexicalIn(node.body));
  if (node.type === "ForStatement" && node.init) return new Scope(scope).add(...lexicalIn([node.init]));
  if (node.type === "SwitchStatement")
    return new Scope(scope).add(...node.cases.flatMap((one: AnyNode) => lexicalIn(one.consequent)));
  return scope;
}

function visitFunction(node: AnyNode, scope: Scope, note: Note): void {
  const inside = new Scope(scope);
  if (node.type === "FunctionExpression" && node.id) inside.add(node.id.name);
  if (node.type !== "ArrowFunctionExpression") inside.add("arguments");
  for (const param of node.params) inside.add(...namesIn(param).map(({ name }) => name));
  inside.add(...varsIn(node.body));
  for (const param of node.params) visitPattern(param, inside, note, false);
  visit(node.body, inside, note);
}

/** A pattern binds names (a declaration) or writes to them; its defaults and computed keys are read. */
function visitPattern(node: AnyNode, scope: Scope, note: Note, writes: boolean): void {
  const go = (part: AnyNode) => visitPattern(part, scope, note, writes);
  switch (node.type) {
    case "Identifier":
      if (writes && !scope.has(node.name)) note(node, "write");
      return;
    case "ObjectPattern":
      for (const part of node.properties) {
        if (part.computed) visit(part.key, scope, note);
        go(part.type === "Property" ? part.value : part.argument);
      }
      return;
    case "ArrayPattern":
      for (const part of node.elements) if (part) go(part);
      return;
    case "AssignmentPattern":
      go(node.left);
      visit(node.right, scope, note);
      return;
    case "RestElement":
      go(node.argument);
      return;
    default:
      visit(node, scope, note);
  }
}

function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}

function lineOf(node: Node): number {
  return node.loc?.start.line ?? 1;
}
