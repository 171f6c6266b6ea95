import os from "node:os";
import { kinds } from "../kinds";
import { mostDrafted } from "../presets";
import { draft, target, weights, writeRounds } from "../served";
import { tally } from "../view";
import type { SpeedFigures } from "./figures";

const [warm, repeats, texts] = [10, 100, 5];
const context = 48;

/** How long tokens, checks and whole texts take on this machine. Takes about a minute; let nothing else run. */
export async function measureSpeed(): Promise<SpeedFigures> {
  const sizes = Array.from({ length: mostDrafted }, (_, i) => i + 2);
  const check = [];
  for (const tokens of sizes) check.push({ tokens, milliseconds: await timeStep(target, tokens) });
  const written = Array.from({ length: mostDrafted + 1 }, (_, gamma) => ({
    gamma,
    times: [] as number[],
    rates: [] as number[],
  }));
  // Every γ in turn, so that a slow minute does not fall on one of them.
  for (let text = -1; text < texts; text++)
    for (const { gamma, times, rates } of written) {
      const start = performance.now();
      const order = { gamma, temperature: 1, limit: 60, seed: text + 1, prompt: kinds.story.prompts[0] };
      const rounds = await writeRounds(order);
      const tokens = rounds.reduce((sum, { accepted }) => sum + accepted + 1, 0);
      if (text < 0) continue; // compiles
      times.push((performance.now() - start) / tokens);
      rates.push(tally(rounds).rate);
    }
  return {
    weights,
    machine: `${os.cpus().length} cores of ${os.cpus()[0].model.trim()}, Node.js ${process.versions.node.split(".")[0]}`,
    target: await timeStep(target, 1),
    draft: await timeStep(draft, 1),
    check,
    written: written.map(({ gamma, times, rates }) => ({
      gamma,
      milliseconds: round(median(times)),
      rate: round(rates.reduce((a, b) => a + b, 0) / rates.length),
    })),
  };
}

/** Median milliseconds of one pass over `tokens` behind a cache. */
async function timeStep(model: typeof target, tokens: number): Promise<number> {
  const text = Array.from({ length: context }, (_, i) => (i === 0 ? 0 : 300 + i));
  const session = await model.start(undefined, text);
  const times = [];
  for (let i = 0; i < warm + repeats; i++) {
    await session.rewind(undefined, context);
    const start = performance.now();
    await session.extend(undefined, text.slice(1, 1 + tokens));
    if (i >= warm) times.push(performance.now() - start);
  }
  session.close();
  return round(median(times));
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
