import { type Kind, kindNames, kinds } from "../kinds";
import { opening } from "../presets";
import { weights, writeRounds } from "../served";
import { tally } from "../view";
import type { AcceptanceFigures, Run } from "./figures";

const { gamma } = opening.rounds;
export const plan = { gamma, limit: 60, seed: 1, temperatures: [0, 1] };

/** Writes one text of a kind and counts. The same weights give the same numbers: all draws come from the seed. */
export async function measureRun(kind: Kind, prompt: number, temperature: number): Promise<Run> {
  const { gamma, limit, seed } = plan;
  const order = { prompt: kinds[kind].prompts[prompt], temperature, gamma, limit, seed: seed + prompt };
  const { rounds, tokens, judged, accepted } = tally(await writeRounds(order));
  return { kind, prompt, temperature, rounds, tokens, judged, accepted };
}

/** How often the target keeps a draft, for every kind of text. Takes a minute. */
export async function measureAcceptance(): Promise<AcceptanceFigures> {
  const runs: Run[] = [];
  for (const kind of kindNames)
    for (const temperature of plan.temperatures)
      for (const prompt of kinds[kind].prompts.keys()) runs.push(await measureRun(kind, prompt, temperature));
  const { gamma, limit, seed } = plan;
  return { weights, gamma, limit, seed, runs };
}
