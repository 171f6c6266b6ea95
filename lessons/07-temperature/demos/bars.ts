import type { Bar } from "@/components/plot/BarRow";
import type { RestBar } from "@/components/plot/DistributionBars";
import { axisEnd } from "@/lib/plot/scale";
import type { FilterName } from "../settings";
import type { LessonStrings } from "../strings";
import { type Row, toRest, toRows } from "../summary";
import type { Sampled } from "./useSampled";

const patterns: Record<FilterName, 1 | 2 | 3> = { "top-k": 1, "top-p": 2, "min-p": 3 };

interface Bars {
  rows: Row[];
  bars: Bar[];
  rest: RestBar;
  /** Probability at the right end of the axis. */
  end: number;
}

/** What the picture draws: twenty rows, all other tokens as one, and the axis that holds the rows. */
export function toBars({ found, own }: Sampled, vocabulary: readonly string[], words: LessonStrings): Bars {
  const rows = toRows(found, own, found.order.slice(0, 20));
  const rest = toRest(found, own, rows);
  const bars = rows.map((row): Bar => {
    const special = row.id === 0 ? words.special.end : undefined;
    return {
      rank: row.rank,
      id: row.id,
      text: vocabulary[row.id],
      special,
      own: row.model,
      before: row.before,
      after: row.after,
      out: row.removedBy && { label: row.removedBy, pattern: patterns[row.removedBy] },
      label: () => words.sampler.row(row, special ?? words.token(vocabulary[row.id])),
    };
  });
  return {
    rows,
    bars,
    rest: { ...rest, own: rest.model, words: words.sampler.rest(rest.count, rest.kept) },
    end: axisEnd(Math.max(...rows.map((row) => Math.max(row.model, row.before, row.after)))),
  };
}
