import type { Manifest } from "@/lib/model/manifest";

/** Multiplications for one more token with `read` in the cache: every matrix once, and attention over them. */
export function multiplications(config: Manifest["config"], read = 128): number {
  const { n_layer, d_model, d_ff, n_vocab } = config;
  const layer = 4 * d_model ** 2 + 2 * d_model * d_ff + 2 * read * d_model;
  return n_layer * layer + d_model * n_vocab;
}
