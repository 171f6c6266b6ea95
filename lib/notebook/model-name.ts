/**
 * How a cell names a model: `base`, or with adapters merged in, `base + pirate`, `base + 0.5 pirate - 1 telegram`.
 * `weights` takes `base/adapters/pirate` too, for an adapter's own tensors.
 */
export interface ModelName {
  base: string;
  uses: { name: string; strength: number }[];
  /** Only the tensors of this adapter are meant. */
  adapter?: string;
}

const term = /\s*([+-])\s*(?:(\d+(?:\.\d+)?)\s+)?([a-z][\w-]*)/gy;

export function parseModelName(text: string): ModelName {
  const [, folder, adapter] = /^([\w.-]+)\/adapters\/([\w.-]+)$/.exec(text) ?? [];
  if (folder) return { base: folder, uses: [], adapter };
  const at = text.search(/\s[+-]\s/);
  if (at < 0) return { base: text, uses: [] };
  const uses: ModelName["uses"] = [];
  let end = at;
  for (term.lastIndex = at; end < text.length; end = term.lastIndex) {
    const found = term.exec(text);
    if (!found)
      throw new RangeError(
        `“${text}” names no model. Write it like "base + pirate" or "base + 0.5 pirate - 1 telegram".`,
      );
    const [, sign, size = "1", name] = found;
    uses.push({ name, strength: Number(size) * (sign === "-" ? -1 : 1) });
  }
  return { base: text.slice(0, at), uses };
}
