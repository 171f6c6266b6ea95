import { kinds } from "./kinds";

/** The pair of models that the lesson runs, by their folders in `public/models`. */
export const pair = { target: "base", draft: "draft" } as const;

/** Tokens the instrument writes, and the most it drafts in a round: with one more, what the engine reads in one step of 8. */
export const writeLimit = 60;
export const mostDrafted = 7;

/** Where the instruments open. */
export const opening = {
  rounds: { prompt: kinds.story.prompts[0], gamma: 4, temperature: 1, seed: 3 },
  exact: { prompt: kinds.story.prompts[3], temperature: 1, samples: 10_000, seed: 1 },
  /** The note's assistant: 3 times as fast, right about three times in four. */
  payoff: { alpha: 0.75, c: 0.33, check: 1 },
} as const;
