import { decodeStep, tokenCeiling } from "../decode";
import type { Measured } from "../measure/protocol";
import { rateAt } from "../measure/store";
import { models } from "../models";
import type { TokenRun } from "./run-tokens";

const shape = models.story1m;
const floats = { weight: 4, kv: 4 };

export type CeilingName = "memory" | "cache" | "int8" | "arithmetic";

/** What would limit the page's model if it were the only limit, in tokens a second. */
export function toCeilings(cpu: Measured, context: number): { id: CeilingName; rate: number }[] {
  const memory = cpu.rates.read.median;
  const work = decodeStep(shape, floats, 1, context);
  return [
    { id: "memory", rate: tokenCeiling(shape, floats, 1, context, memory) },
    { id: "int8", rate: tokenCeiling(shape, { weight: 1, kv: 4 }, 1, context, memory) },
    { id: "cache", rate: tokenCeiling(shape, floats, 1, context, rateAt(cpu, work.bytes)) },
    { id: "arithmetic", rate: cpu.rates.multiplyAdd.median / work.flops },
  ];
}

export type PartName = "limit" | "engine" | "messages";

/** Where the milliseconds of one written token go. */
export function toParts(
  ceilings: readonly { id: CeilingName; rate: number }[],
  { inside, outside }: TokenRun,
): { id: PartName; milliseconds: number; share: number }[] {
  // Reading and arithmetic overlap, so the slower of the two counts; weights this small come from a cache.
  const slowest = Math.min(
    ...ceilings.filter(({ id }) => id === "cache" || id === "arithmetic").map((c) => c.rate),
  );
  const limit = Math.min(inside, 1000 / slowest);
  const parts = [
    { id: "limit" as const, milliseconds: limit },
    { id: "engine" as const, milliseconds: inside - limit },
    { id: "messages" as const, milliseconds: Math.max(0, outside - inside) },
  ];
  const whole = parts.reduce((sum, part) => sum + part.milliseconds, 0);
  return parts.map((part) => ({ ...part, share: part.milliseconds / whole }));
}
