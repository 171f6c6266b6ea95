import type { Mistake } from "glassbox/exercise";
import type { countGpt2 } from "./solution";

type CountGpt2 = typeof countGpt2;

/** squares·H² + lines·H in each layer, and around them so many rows of H. */
const counted =
  (squares: number, lines: number, rows: (V: number, P: number) => number): CountGpt2 =>
  (L, H, V, P) =>
    L * (squares * H ** 2 + lines * H) + rows(V, P) * H;

const around = (V: number, P: number) => V + P + 2; // embedding, positions, the last norm's scale and shift
const normsSay =
  "A LayerNorm holds two vectors of H, a scale and a shift; a layer has two LayerNorms, and one more stands after the last layer.";

export const mistakes: Mistake<CountGpt2>[] = [
  {
    id: "rule-of-thumb",
    says: "That is 12·L·H² alone: add the embeddings, the biases and the LayerNorms.",
    run: counted(12, 0, () => 0),
  },
  {
    id: "rule-and-embeddings",
    says: "The matrices are right, but a layer also has vectors: 9H of biases and 4H of LayerNorms, and 2H follow the last layer.",
    run: counted(12, 0, (V, P) => V + P),
  },
  {
    id: "forgot-biases",
    says: "You left out the biases: every projection adds a vector as long as its output, 3H + H + 4H + H a layer.",
    run: counted(12, 4, around),
  },
  { id: "forgot-all-norms", says: normsSay, run: counted(12, 9, (V, P) => V + P) },
  { id: "forgot-norms-in-layers", says: normsSay, run: counted(12, 9, around) },
  { id: "one-norm-a-layer", says: normsSay, run: counted(12, 11, around) },
  { id: "norm-scale-only", says: normsSay, run: counted(12, 11, (V, P) => V + P + 1) },
  {
    id: "forgot-last-norm",
    says: "The layers are right. After the last one stands one more LayerNorm: 2H.",
    run: counted(12, 13, (V, P) => V + P),
  },
  {
    id: "tied-twice",
    says: "You counted the token embedding twice: the output head is tied, it uses the same V × H numbers.",
    run: counted(12, 13, (V, P) => 2 * V + P + 2),
  },
  {
    id: "forgot-positions",
    says: "GPT-2 learns a vector of H for each of its P positions: add P × H.",
    run: counted(12, 13, (V) => V + 2),
  },
  {
    id: "forgot-embeddings",
    says: "You counted the layers only: the token embedding has V rows of H, the position embedding P.",
    run: counted(12, 13, () => 2),
  },
  {
    id: "layers-only",
    says: "You counted the layers only: add both embeddings and the last LayerNorm.",
    run: counted(12, 13, () => 0),
  },
  {
    id: "triple-width",
    says: "You took 3H, the width of queries, keys and values side by side, for the width of the model. H is the width of the residual stream.",
    run: counted(12 * 9, 13 * 3, around),
  },
  {
    id: "one-ffn-matrix",
    says: "The feed-forward network has two matrices: up, H × 4H, and down again, 4H × H, each with its bias.",
    run: counted(8, 12, around),
  },
  {
    id: "narrow-ffn",
    says: "You made the feed-forward network H wide inside; in GPT-2 it is 4H wide.",
    run: counted(6, 10, around),
  },
  {
    id: "no-projection",
    says: "The attention output is missing: after the heads stands one more projection, H × H with a bias.",
    run: counted(11, 12, around),
  },
  {
    id: "one-of-qkv",
    says: "You counted one of queries, keys and values: there are three projections of H × H.",
    run: counted(10, 11, around),
  },
  {
    id: "down-bias-too-long",
    says: "A bias is as long as the projection's output: 4H on the way up, but H on the way down.",
    run: counted(12, 16, around),
  },
  {
    id: "up-bias-too-short",
    says: "A bias is as long as the projection's output: 4H on the way up.",
    run: counted(12, 10, around),
  },
  {
    id: "one-layer",
    says: "You counted one layer: there are L of them.",
    run: (_L, ...rest) => counted(12, 13, around)(1, ...rest),
  },
  {
    id: "embeddings-in-every-layer",
    says: "You multiplied everything by L: embeddings and the last LayerNorm exist once.",
    run: (L, ...rest) => L * counted(12, 13, around)(1, ...rest),
  },
  {
    id: "output-bias",
    says: "You gave the output head a bias of V: in GPT-2 it has none.",
    run: (L, H, V, P) => counted(12, 13, around)(L, H, V, P) + V,
  },
];
