import type { PrebuiltPrediction } from "@/lib/model/prediction";
import { modelAtBuild } from "./model-at-build";

const vocabularies = new Map<string, string[]>();

/** Texts of all tokens, one array a model: what several demos of a page share is written into it once. */
async function vocabularyAtBuild(model: string): Promise<string[]> {
  const { tokenizer, manifest } = await modelAtBuild(model);
  const known = vocabularies.get(model);
  const texts = known ?? Array.from({ length: manifest.config.n_vocab }, (_, token) => tokenizer.text(token));
  vocabularies.set(model, texts);
  return texts;
}

/** The next-token logits of a demo's first prompt, so that the demo works before its model is loaded. */
export async function predictAtBuild(model: string, prompt: string): Promise<PrebuiltPrediction> {
  const { tokenizer, engine, manifest } = await modelAtBuild(model);
  const { n_vocab } = manifest.config;
  const tokens = [0, ...tokenizer.encode(prompt)];
  const { logits } = await engine.trace(tokens);
  const last = logits.subarray((tokens.length - 1) * n_vocab);
  return {
    model,
    prompt,
    tokens,
    logits: Array.from(last, (logit) => Math.round(logit * 1e4) / 1e4),
    vocabulary: await vocabularyAtBuild(model),
  };
}
