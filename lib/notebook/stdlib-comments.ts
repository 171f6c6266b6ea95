/**
 * The comment that stands above each name in `Stdlib`, as it stands there: what editors show of the global of that
 * name. `source`: the text of `stdlib.ts`.
 */
export function findStdlibComments(source: string, names: readonly string[]): Record<string, string> {
  const [, members = ""] = /^export interface Stdlib [^{]*\{\n([\s\S]*?)\n\}/m.exec(source) ?? [];
  return Object.fromEntries(names.map((name) => [name, commentOf(name, members)]));
}

function commentOf(name: string, members: string): string {
  const member = new RegExp(String.raw`^  (?:readonly |get )?${name}\b`, "m").exec(members);
  const [comment = ""] = / {2}\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n$/.exec(members.slice(0, member?.index)) ?? [];
  return comment;
}
