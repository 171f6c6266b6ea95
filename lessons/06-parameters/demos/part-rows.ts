import { type Config, count, type Part, parts, weightsOf } from "../count";

/** One part of a model, as map, table and readout show it. */
export interface PartRow {
  part: Part;
  shapes: number[][];
  /** Times the shapes occur. */
  copies: number;
  total: number;
  used: number;
}

/** Parts that exist in this model, in the order a token meets them. */
export function toRows(config: Config): PartRow[] {
  const weights = weightsOf(config);
  return parts.flatMap((part) => {
    const own = weights.filter((weight) => weight.part === part);
    if (own.length === 0) return [];
    const { total, active } = count(config, [part]);
    return [{ part, shapes: own.map(({ shape }) => shape), copies: own[0].copies, total, used: active }];
  });
}
