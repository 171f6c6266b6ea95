import type { MirrorRow } from "@/components/plot/MirrorBars";
import { ranking } from "../sampling";
import type { LessonStrings } from "../strings";
import type { Sampled } from "./useSampled";

/** Rows of the mirrored bars: the model's twelve best tokens, and all others together. */
export function toMirror(
  a: Sampled,
  b: Sampled,
  vocabulary: readonly string[],
  words: LessonStrings,
): { rows: MirrorRow[]; rest: { words: string; values: [number, number] }; largest: number } {
  const ids = ranking(a.own).slice(0, 12);
  const sideOf = ({ found }: Sampled, id: number) =>
    found.removedBy[id] ? { value: found.before[id], out: true } : { value: found.after[id] };
  const rows = ids.map(
    (id, i): MirrorRow => ({
      rank: i + 1,
      id,
      text: vocabulary[id],
      special: id === 0 ? words.special.end : undefined,
      sides: [sideOf(a, id), sideOf(b, id)],
    }),
  );
  const restOf = ({ found }: Sampled) => Math.max(0, 1 - ids.reduce((sum, id) => sum + found.after[id], 0));
  return {
    rows,
    rest: { words: words.compare.rest(vocabulary.length - ids.length), values: [restOf(a), restOf(b)] },
    largest: Math.max(...rows.flatMap(({ sides }) => sides.map(({ value }) => value))),
  };
}
