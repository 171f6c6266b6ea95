/**
 * Everything `start` needs, dependencies first, `start` last. Calls `onCycle` with the paths of a circle and
 * goes no further if it finds one.
 */
export function orderFrom(
  start: string,
  dependencies: (path: string) => readonly string[],
  onCycle: (circle: string[]) => never,
): string[] {
  const ordered = new Set<string>();
  const visit = (path: string, trail: string[]) => {
    if (ordered.has(path)) return;
    if (trail.includes(path)) onCycle([...trail.slice(trail.indexOf(path)), path]);
    for (const next of dependencies(path)) visit(next, [...trail, path]);
    ordered.add(path);
  };
  visit(start, []);
  return [...ordered];
}
