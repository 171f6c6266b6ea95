import { tokensWithin } from "@/lib/model/context";
import type { Tokenizer } from "@/lib/model/language-model";
import { seeded } from "./chance";
import { type Settings, speculate, type Writer } from "./decode";
import { type RoundView, toRoundView } from "./view";

/** A model that can write and spell. */
export type SpellingWriter = Writer & { readonly tokenizer: Pick<Tokenizer, "encode" | "text"> };

export interface Order extends Settings {
  prompt: string;
  seed: number;
}

/** Start token and prompt. Throws a `TooLong` where `room` tokens more would not fit into the context. */
export function toTokens(model: SpellingWriter, prompt: string, room: number): number[] {
  return [0, ...tokensWithin(model.tokenizer, prompt, model.contextLength - 1 - room)];
}

/** Writes on after a prompt, telling each round as it is drawn. */
export async function* runRounds(
  signal: AbortSignal,
  target: SpellingWriter,
  draft: SpellingWriter,
  { prompt, seed, ...settings }: Order,
): AsyncGenerator<RoundView, void> {
  const tokens = toTokens(target, prompt, settings.limit);
  for await (const round of speculate(signal, target, draft, tokens, settings, seeded(seed)))
    yield toRoundView(round, (token) => target.tokenizer.text(token));
}
