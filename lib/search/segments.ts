/** A stretch of an excerpt. */
export interface Segment {
  text: string;
  /** One of the words looked for. */
  found: boolean;
}

const characters: Record<string, string> = { lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'", amp: "&" };

/** The index gives excerpts as HTML: escaped text, with `<mark>` round the words found. No HTML goes further. */
export function toSegments(excerpt: string): Segment[] {
  return excerpt
    .split(/<mark>(.*?)<\/mark>/s)
    .map((text, i) => ({ text: unescapeText(text), found: i % 2 === 1 }))
    .filter(({ text }) => text !== "");
}

function unescapeText(text: string): string {
  return text.replace(/&(lt|gt|quot|#x27|#39|amp);/g, (_, name) => characters[name]);
}
