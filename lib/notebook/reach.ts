import type { Graph } from "./graph";

/** `start` and all cells reached from them through `next`. */
export function closure(
  start: Iterable<string>,
  next: (id: string) => Iterable<string> | undefined,
): Set<string> {
  const found = new Set(start);
  for (const id of found) for (const other of next(id) ?? []) found.add(other);
  return found;
}

/** Cells that depend on one of `ids`, directly or through others; `ids` too. */
export function dependantsOf({ needs }: Pick<Graph, "needs">, ids: Iterable<string>): Set<string> {
  const users = new Map<string, string[]>();
  for (const [id, needed] of needs)
    for (const other of needed) users.set(other, [...(users.get(other) ?? []), id]);
  return closure(ids, (id) => users.get(id));
}

/** Cells that `ids` need, directly or through others; `ids` too. */
export function neededBy({ needs }: Pick<Graph, "needs">, ids: Iterable<string>): Set<string> {
  return closure(ids, (id) => needs.get(id));
}

/** Of the inputs of the text, those that a cell depends on, directly or through others. */
export function inputsBehind(
  graph: Pick<Graph, "needs" | "users">,
  id: string,
  inputs: readonly string[],
): string[] {
  const behind = neededBy(graph, [id]);
  return inputs.filter((name) => [...(graph.users.get(name) ?? [])].some((user) => behind.has(user)));
}
