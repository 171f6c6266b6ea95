import type { Program as Ast, Expression, ExpressionStatement } from "acorn";
import type { Edit } from "./modules";

/** Makes the value of the last top-level expression appear under the cell, awaited if it is a promise. */
export function showLastValue(ast: Ast, host: string): Edit[] {
  const last = ast.body.at(-1);
  if (last?.type !== "ExpressionStatement" || isDirective(last) || showsItself(last.expression)) return [];
  // The expression may stand in parentheses, so wrap the statement up to its semicolon.
  const { start, end } = last.expression;
  return [
    { start, end: start, text: `${host}.value(await (` },
    { start: end, end, text: "))" },
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
