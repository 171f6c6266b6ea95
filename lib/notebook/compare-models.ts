import type { Displays } from "./displays";
import { findParting, nameOfDepth, sayParting, toDifferences } from "./part-models";
import type { CellModel } from "./stdlib";

/** Tokens in the table of what comes next. */
const shown = 8;

/** Reads a text with two models and shows what they predict and where they part; see `Stdlib.compareModels`. */
export async function compareModels(
  one: CellModel,
  other: CellModel,
  text: string,
  displays: Pick<Displays, "show">,
): Promise<void> {
  const [a, b] = [await one.trace(text, { residual: true }), await other.trace(text, { residual: true })];
  const texts = ["start", ...(await one.tokenTexts(a.tokens.slice(1)))];
  const [before, after] = [a.logits.at(-1)!, b.logits.at(-1)!];
  const differ = before.some((logit, id) => !(Math.abs(logit - after[id]) <= 1e-3));
  const parting = findParting(a.residual!, b.residual!);
  displays.show({ kind: "text", text: sayParting(parting, texts, differ), tone: "value" });

  const [p, q] = [softmax(before), softmax(after)];
  const ids = p.map((_, id) => id).sort((i, j) => Math.max(p[j], q[j]) - Math.max(p[i], q[i]));
  const best = ids.slice(0, shown);
  const names = await one.tokenTexts(best);
  displays.show({
    kind: "table",
    columns: ["next token", one.name, other.name],
    rows: best.map((id, i) => [JSON.stringify(names[i]), percent(p[id]), percent(q[id])]),
    totalRows: best.length,
  });
  if (!parting) return;
  const differences = toDifferences(a.residual!, b.residual!);
  displays.show({
    kind: "heatmap",
    title: "largest difference of the residual streams",
    values: differences.map((row) => row.map((x) => (Number.isFinite(x) ? x : null))),
    rowLabels: differences.map((_, depth) => nameOfDepth(depth)),
    columnLabels: texts,
    scale: "sequential",
  });
}

function softmax(logits: readonly number[]): number[] {
  const largest = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const weights = logits.map((logit) => Math.exp(logit - largest));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / total);
}

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
