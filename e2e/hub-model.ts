import { readFile } from "node:fs/promises";
import { modelAtBuild } from "@/lib/content/model-at-build";
import { writeDecoder } from "@/lib/model/onnx/networks";

/** A model of ours as repositories of the hub are laid out: its files by their names. */
export async function toHubModel(name: string): Promise<Record<string, string | Buffer>> {
  const { manifest, weights } = await modelAtBuild(name);
  const { n_layer, n_head, d_model, n_vocab, n_ctx, layer_norm_eps } = manifest.config;
  const config = {
    model_type: "gpt2",
    architectures: ["GPT2LMHeadModel"],
    ...{ n_layer, n_head, n_embd: d_model, vocab_size: n_vocab, n_positions: n_ctx },
    layer_norm_epsilon: layer_norm_eps,
    ...{ bos_token_id: 0, eos_token_id: 0 },
  };
  return {
    "config.json": JSON.stringify(config),
    "tokenizer.json": await readFile(`public/models/${name}/tokenizer.json`, "utf8"),
    "tokenizer_config.json": JSON.stringify({ tokenizer_class: "GPT2Tokenizer", eos_token: "<|endoftext|>" }),
    "onnx/model.onnx": Buffer.from(writeDecoder(manifest.config, weights)),
  };
}
