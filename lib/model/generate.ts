import type { LanguageModel } from "./language-model";
import type { Experts } from "./protocol";

/** As much of a model as writing needs. */
export type TextModel = Pick<LanguageModel, "start" | "contextLength"> & {
  readonly tokenizer: Pick<LanguageModel["tokenizer"], "encode" | "text">;
};

export interface Choice<Extra> {
  token: number;
  extra: Extra;
}

export interface Generated<Extra> extends Choice<Extra> {
  text: string;
  /** Milliseconds the network took for the logits this token was drawn from. */
  milliseconds: number;
}

/**
 * Writes on after `tokens`, one token at a time, with a KV cache.
 * `choose` turns logits into a token (the lesson's sampler); `extra` is whatever it wants to remember.
 * `experts` are those of a mixture that run. Ends after `limit` tokens, at the end-of-text token 0, when the context is full, or on abort.
 */
export async function* generate<Extra>(
  signal: AbortSignal,
  model: TextModel,
  tokens: readonly number[],
  limit: number,
  choose: (logits: Float32Array, textSoFar: readonly number[]) => Choice<Extra>,
  experts?: Experts,
): AsyncGenerator<Generated<Extra>, void> {
  const written = [...tokens];
  const session = await model.start(signal, tokens, experts);
  let step = { logits: session.logits, milliseconds: 0 };
  try {
    for (let count = 0; count < limit; count++) {
      const choice = choose(step.logits, written);
      if (choice.token === 0) return;
      yield { ...choice, text: model.tokenizer.text(choice.token), milliseconds: step.milliseconds };
      if (written.push(choice.token) >= model.contextLength || count + 1 === limit) return;
      step = await session.decode(signal, choice.token);
    }
  } finally {
    session.close();
  }
}
