/** Lists and plain objects of anything, the way JAX means trees. */

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The same tree with each leaf replaced. */
export function mapLeaves(tree: unknown, change: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(tree)) return tree.map((item) => mapLeaves(item, change));
  if (!isPlainObject(tree)) return change(tree);
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, mapLeaves(value, change)]));
}
