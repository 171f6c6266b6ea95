import type { CellServices } from "@/lib/notebook/services";
import { modelAtBuild } from "./model-at-build";

const longest = 64;

/** What cells may ask while pages are built: the same models as in the page. */
export const servicesAtBuild: CellServices = {
  async model(_signal, { model }) {
    return { vocabularySize: (await modelAtBuild(model)).manifest.config.n_vocab };
  },
  async tokenize(_signal, { model, text }) {
    return (await modelAtBuild(model)).tokenizer.encode(text);
  },
  async tokenTexts(_signal, { model, tokens }) {
    const { tokenizer } = await modelAtBuild(model);
    return tokens.map((token) => tokenizer.text(token));
  },
  async logits(_signal, { model, text }) {
    const rows = await allLogits(model, text, Infinity);
    return rows[rows.length - 1];
  },
  allLogits: (_signal, { model, text }) => allLogits(model, text, longest),
};

async function allLogits(name: string, text: string, limit: number): Promise<Float32Array[]> {
  const { tokenizer, engine, manifest } = await modelAtBuild(name);
  const tokens = [0, ...tokenizer.encode(text)];
  if (tokens.length > limit + 1) throw new RangeError(`allLogits reads at most ${limit} tokens.`);
  const { n_vocab, n_ctx } = manifest.config;
  const kept = [0, ...tokens.slice(1).slice(-(n_ctx - 1))];
  const { logits } = await engine.trace(kept);
  return kept.map((_, t) => logits.slice(t * n_vocab, (t + 1) * n_vocab));
}
