import type { PrebuiltPrediction } from "@/lib/model/prediction";
import { modelAtBuild } from "./model-at-build";

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
    vocabulary: Array.from({ length: n_vocab }, (_, token) => tokenizer.text(token)),
  };
}
