/** Names a program may import that are not files of the lesson. */
export const builtins = ["glassbox/exercise"] as const;

/** Path of the module that `specifier` means inside the module `from`, or nothing if there is none. */
export function resolveImport(
  from: string,
  specifier: string,
  modules: Readonly<Record<string, string>>,
): string | undefined {
  if ((builtins as readonly string[]).includes(specifier)) return specifier;
  if (!/^\.\.?\//.test(specifier)) return undefined;
  const path = joinPath(from, specifier);
  return [path, `${path}.ts`].find((candidate) => Object.hasOwn(modules, candidate));
}

/** What a module may import, as the module itself would write it. */
export function importable(from: string, modules: Readonly<Record<string, string>>): string[] {
  const files = Object.keys(modules).filter((path) => path !== from && !isEntryLike(path));
  return files.map((path) => `"${relativePath(from, path).replace(/\.ts$/, "")}"`);
}

/** Other cells can be imported, but nobody should be told to. */
function isEntryLike(path: string): boolean {
  return path.startsWith("cells/") || path.startsWith("exercises/");
}

export function joinPath(from: string, specifier: string): string {
  const path = from.split("/").slice(0, -1);
  for (const step of specifier.split("/")) {
    if (step === ".." && path.length > 0 && path.at(-1) !== "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}

function relativePath(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  while (here.length > 0 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  return [...(here.length > 0 ? here.map(() => "..") : ["."]), ...there].join("/");
}
