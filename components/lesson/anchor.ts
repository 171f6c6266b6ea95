/** ("term", "Top-k filter") → "term-top-k-filter" */
export function toAnchor(kind: string, text: string): string {
  return `${kind}-${text.trim().toLowerCase().replace(/\s+/g, "-")}`;
}
