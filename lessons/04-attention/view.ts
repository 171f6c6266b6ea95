/** What the instruments show, read from a model: at build time and in the page by the same functions. */
import { tokensWithin } from "@/lib/model/context";
import { toNested } from "@/lib/model/nested";
import type { Trace } from "@/lib/model/protocol";
import type { ServedModel } from "@/lib/notebook/model-services";
import { causalMask } from "./attention";
import { compare, gatesWithout, ranking } from "./damage";
import { type LayerWeights, projectResidual, readLayer } from "./layer";
import { largestGap, type Matrix, matmul, softmax, transpose } from "./matrix";

export interface HeadVectors {
  q: Matrix; // [T, d_k]
  k: Matrix; // [T, d_k]
  v: Matrix; // [T, d_k]
}

/** Every head's view of one text. */
export interface HeadsView {
  text: string;
  tokens: number[];
  /** Text of each token, `[T]`. */
  names: string[];
  d_k: number;
  /** q·k of every query with every key, before scale and mask, `[L][H][T, T]`. */
  dots: Matrix[][];
  /** `[L][H]`; before the model is loaded only one head's are there. */
  vectors: (HeadVectors | undefined)[][];
  /** Largest difference between these weights and the model's own. */
  gap?: number;
  milliseconds?: number;
}

export type HeadAddress = readonly [layer: number, head: number];

/** Longest text that is drawn, start token included. */
export const longest = 32;

const stored = new WeakMap<object, Promise<LayerWeights[]>>();

/** Every layer's attention weights, fetched once a model. */
function layersOf(model: ServedModel): Promise<LayerWeights[]> {
  const get = async (name: string) => toNested(await model.weights(undefined, name), model.shapes[name]);
  const all = Array.from({ length: model.config.n_layer }, (_, layer) => layer);
  const found = stored.get(model) ?? Promise.all(all.map((layer) => readLayer(get, layer)));
  stored.set(model, found);
  found.catch(() => stored.delete(model));
  return found;
}

/** Rebuilds every head from the residual stream and the weights, and compares it with the model's own maps. */
export async function readHeads(
  signal: AbortSignal | undefined,
  model: ServedModel,
  text: string,
): Promise<HeadsView> {
  const tokens = [0, ...tokensWithin(model.tokenizer, text, longest - 1, "this picture")];
  const [trace, layers] = await Promise.all([
    model.trace(signal, tokens, { attention: true, residual: true }),
    layersOf(model),
  ]);
  const [T, { n_layer, n_head: H, d_model }] = [tokens.length, model.config];
  const residual = toNested(trace.residual!, [n_layer + 1, T, d_model]) as Matrix[];
  const attention = toNested(trace.attention!, [n_layer, H, T, T]) as Matrix[][];
  const vectors = layers.map((layer, l) => {
    const { q, k, v } = projectResidual(residual[l], layer, H);
    return q.map((_, h) => ({ q: q[h], k: k[h], v: v[h] }));
  });
  const dots = vectors.map((heads) => heads.map(({ q, k }) => matmul(q, transpose(k))));
  const d_k = d_model / H;
  const gaps = dots.flatMap((heads, l) =>
    heads.map((dot, h) => largestGap(toWeights(dot, d_k), attention[l][h])),
  );
  return {
    text,
    tokens,
    names: tokens.map((token) => model.tokenizer.text(token)),
    d_k,
    dots,
    vectors,
    gap: Math.max(...gaps),
    milliseconds: (trace as Partial<Trace>).milliseconds,
  };
}

/** From q·k to attention weights. `[T, T]` → `[T, T]` */
export function toWeights(dots: Matrix, d_k: number, causal = true): Matrix {
  const scores = dots.map((row) => row.map((dot) => dot / Math.sqrt(d_k))); // [T, T]
  return (causal ? causalMask(scores) : scores).map(softmax);
}

/** For the page's HTML: fewer digits, and the vectors of one head only. */
export function toLight(view: HeadsView, [layer, head]: HeadAddress): HeadsView {
  const round = (matrix: Matrix, digits: number) =>
    matrix.map((row) => row.map((value) => Number(value.toFixed(digits))));
  return {
    ...view,
    dots: view.dots.map((heads) => heads.map((dots) => round(dots, 3))),
    vectors: view.vectors.map((heads, l) =>
      heads.map((found, h) =>
        found && l === layer && h === head
          ? { q: round(found.q, 3), k: round(found.k, 3), v: round(found.v, 3) }
          : undefined,
      ),
    ),
  };
}

/** What turning heads off does to one text. */
export interface DamageView {
  text: string;
  off: HeadAddress[];
  /** The likeliest next tokens of the intact model, and of the damaged one. */
  rows: { id: number; text: string; before: number; after: number }[];
  rest: { before: number; after: number };
  divergence: number;
  loss: { before: number; after: number };
  tokens: number;
  milliseconds?: number;
}

/** Reads a text twice, with all heads and without some. */
export async function readDamage(
  signal: AbortSignal | undefined,
  model: ServedModel,
  text: string,
  off: HeadAddress[],
): Promise<DamageView> {
  const { n_layer, n_head, n_vocab, n_ctx } = model.config;
  const tokens = [0, ...tokensWithin(model.tokenizer, text, n_ctx - 1)];
  const before = await model.trace(signal, tokens);
  const after = off.length
    ? await model.trace(signal, tokens, { heads: gatesWithout(off, n_layer, n_head) })
    : before;
  const rows = (trace: typeof before) => toNested(trace.logits, [tokens.length, n_vocab]) as Matrix;
  const { probs, ...damage } = compare(rows(before), rows(after), tokens);
  const ids = ranking(probs.before).slice(0, 10);
  const restOf = (all: number[]) => 1 - ids.reduce((sum, id) => sum + all[id], 0);
  return {
    text,
    off,
    ...damage,
    rows: ids.map((id) => ({
      id,
      text: model.tokenizer.text(id),
      before: probs.before[id],
      after: probs.after[id],
    })),
    rest: { before: restOf(probs.before), after: restOf(probs.after) },
    tokens: tokens.length,
    milliseconds: (after as Partial<Trace>).milliseconds,
  };
}
