/** Where a notebook that is not the reader's comes from, as sentences name it. */
export type Origin = { kind: "link" } | { kind: "file"; name: string };

export function nameOf(from: Origin): string {
  return from.kind === "link" ? "this link" : `the file ${from.name}`;
}
