import type { Config } from "../count";
import { bytesPer, hold, kvCache, type Precision, type Recipe, train } from "../memory";
import type { LessonStrings } from "../strings";

/** Memory of common graphics cards, in GB. */
export const cards = [8, 24, 80];

export const marks = (words: LessonStrings) =>
  cards.map((gigabytes, i) => ({
    value: gigabytes * 1e9,
    label: words.budget.marks(gigabytes, i === cards.length - 1),
  }));

/** Powers of ten for a ruler that holds a model's weights and training, and always the cards. */
export function spanOf(total: number, recipe: Recipe): { low: number; high: number } {
  return {
    low: Math.floor(Math.log10(Math.min(hold(total, "int4"), cards[0] * 1e8))),
    high: Math.ceil(Math.log10(Math.max(train(total, recipe) * 2, 1e12))),
  };
}

/** What has to fit: the weights at each precision, the cache, both together, and everything training keeps. */
export function budgetRows(
  config: Config,
  total: number,
  plan: { context: number; batch: number },
  recipe: Recipe,
  words: LessonStrings,
) {
  const { budget } = words;
  const cache = kvCache(config, plan.context, plan.batch);
  const values: [key: keyof typeof budget.rows, value: number, kind: string][] = [
    ...(Object.keys(bytesPer) as Precision[]).map(
      (precision) => [precision, hold(total, precision), "hold"] as [Precision, number, string],
    ),
    ["cache", cache, "cache"],
    ["run", hold(total, "fp16") + cache, "hold"],
    ["train", train(total, recipe), "train"],
  ];
  return values.map(([key, value, kind]) => {
    const note = key === "cache" ? "" : budget.fits(value, cards);
    const text = budget.bytes(value);
    return {
      key,
      label: budget.rows[key],
      value,
      text,
      note,
      kind,
      words: budget.row(budget.rows[key], text, note),
    };
  });
}
