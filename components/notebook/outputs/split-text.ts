/** Lines and characters of a text that are shown at once; a little more than that is shown too. */
const limits = { lines: 20, characters: 2_000, spare: 5 };

/** A long text in the part that is shown and the part that is opened; `lines`: how many lines the latter has. */
export function splitText(text: string): { head: string; rest: string; lines: number } {
  const rows = text.split("\n");
  const whole = { head: text, rest: "", lines: 0 };
  if (rows.length > limits.lines + limits.spare) {
    const head = rows.slice(0, limits.lines).join("\n");
    if (head.length <= 2 * limits.characters)
      return { head, rest: rows.slice(limits.lines).join("\n"), lines: rows.length - limits.lines };
  }
  if (text.length <= 2 * limits.characters) return whole;
  return { head: text.slice(0, limits.characters), rest: text.slice(limits.characters), lines: 0 };
}
