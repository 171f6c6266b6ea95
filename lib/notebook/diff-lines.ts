/** A line of a comparison: in both texts, only in the first (`mine`), or only in the second (`other`). */
export interface DiffLine {
  from: "both" | "mine" | "other";
  text: string;
}

/** Two texts line by line, with as many lines in common as there can be; spaces at the ends do not count. */
export function diffLines(mine: string, other: string): DiffLine[] {
  const [a, b] = [mine, other].map((text) => text.trimEnd().split("\n"));
  const common = countCommon(a, b);
  const lines: DiffLine[] = [];
  for (let [i, j] = [0, 0]; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i].trimEnd() === b[j].trimEnd()) {
      lines.push({ from: "both", text: b[j++] });
      i++;
    } else if (j >= b.length || (i < a.length && common[i + 1][j] >= common[i][j + 1]))
      lines.push({ from: "mine", text: a[i++] });
    else lines.push({ from: "other", text: b[j++] });
  }
  return lines;
}

/** `[i][j]`: the most lines that `a` from i on and `b` from j on can have in common, in order. */
function countCommon(a: string[], b: string[]): Uint16Array[] {
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i][j] =
        a[i].trimEnd() === b[j].trimEnd()
          ? common[i + 1][j + 1] + 1
          : Math.max(common[i + 1][j], common[i][j + 1]);
  return common;
}
