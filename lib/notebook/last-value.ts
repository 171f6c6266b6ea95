import type { Program as Ast, Expression, ExpressionStatement } from "acorn";

/** Text to put into the code at a position. */
export interface Insertion {
  at: number;
  text: string;
}

/** Makes the value of the last top-level expression appear under the cell, awaited if it is a promise. */
export function showLastValue(ast: Ast): Insertion[] {
  const last = ast.body.at(-1);
  if (last?.type !== "ExpressionStatement" || isDirective(last) || showsItself(last.expression)) return [];
  // The expression may stand in parentheses, so wrap the statement up to its semicolon.
  const { start, end } = last.expression;
  return [
    { at: start, text: "globalThis.__glassbox.value(await (" },
    { at: end, text: "))" },
  ];
}

function isDirective(statement: ExpressionStatement): boolean {
  return "directive" in statement && statement.directive !== undefined;
}

/** `display(x)` returns x; showing that as well would print it twice. */
function showsItself(expression: Expression): boolean {
  const call = expression.type === "AwaitExpression" ? expression.argument : expression;
  return (
    call.type === "CallExpression" && call.callee.type === "Identifier" && call.callee.name === "display"
  );
}
