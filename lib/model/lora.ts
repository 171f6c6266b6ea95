/**
 * Low-rank adapters: a matrix W [in, out] becomes W + strength · (α / r) · A·B, with A [in, r] and B [r, out].
 *
 * Twin of `training/lora.py`. Source: Hu et al. 2021, "LoRA: Low-Rank Adaptation of Large Language Models".
 */
import { ModelError } from "./language-model";
import { readSafetensors, type StoredTensor, writeSafetensors } from "./safetensors";

const [A, B] = [".lora_A", ".lora_B"];

/** The matrices an adapter may change, as the names of their tensors end. */
export const targets = {
  "attn.c_attn": "attn.c_attn.weight",
  "attn.c_proj": "attn.c_proj.weight",
  "mlp.c_fc": "mlp.c_fc.weight",
  "mlp.c_proj": "mlp.c_proj.weight",
} as const;

export type Target = keyof typeof targets;
type Shapes = Readonly<Record<string, readonly number[]>>;

export interface Adapter {
  name: string;
  title: string;
  /** Name of the model whose weights it changes. */
  base: string;
  rank: number;
  alpha: number;
  /** `<weight>.lora_A` [in, r] and `<weight>.lora_B` [r, out] for each matrix it changes. */
  tensors: Record<string, StoredTensor>;
}

/** An adapter, and how much of it: 0 is the base, 1 as trained, anything else in between or beyond. */
export interface AdapterUse {
  adapter: Adapter;
  strength: number;
}

/** The matrices that an adapter for `chosen` changes, of a model with tensors of these shapes. */
export function adaptedNames(shapes: Shapes, chosen: readonly Target[]): string[] {
  const ends = chosen.map((target) => targets[target]);
  return Object.keys(shapes).filter((name) => ends.some((end) => name.endsWith(`.${end}`)));
}

/** Numbers of an adapter of this rank: r · (in + out) for each matrix. */
export function countParameters(shapes: Shapes, names: readonly string[], rank: number): number {
  return names.reduce((sum, name) => sum + rank * (shapes[name][0] + shapes[name][1]), 0);
}

/** Only the changed weights, float32: W + Σ strength · (α / r) · A·B. Order of summation as written. */
export function mergeAdapters(
  weights: Readonly<Record<string, StoredTensor>>,
  uses: readonly AdapterUse[],
): Record<string, StoredTensor> {
  const merged: Record<string, StoredTensor> = {};
  for (const { adapter, strength } of uses)
    for (const [name, a, b] of pairs(adapter)) {
      const before = merged[name] ?? weights[name];
      merged[name] = addProduct(before, a, b, (strength * adapter.alpha) / adapter.rank);
    }
  return merged;
}

/**
 * The same change left beside the weights, for `linear` of `gpt.ts` to add: one pair A, B a matrix. The scale is in
 * B. Several adapters of one matrix stand side by side, which makes one of the sum of their ranks.
 */
export function besideWeights(uses: readonly AdapterUse[]): Record<string, StoredTensor> {
  const beside: Record<string, StoredTensor> = {};
  for (const { adapter, strength } of uses)
    for (const [name, a, b] of pairs(adapter)) {
      const scaled = scale(b, (strength * adapter.alpha) / adapter.rank);
      const [earlierA, earlierB] = [beside[name + A], beside[name + B]];
      beside[name + A] = earlierA ? joinColumns(earlierA, a) : a;
      beside[name + B] = earlierB ? joinRows(earlierB, scaled) : scaled;
    }
  return beside;
}

/** A safetensors file that says in its metadata what it adapts and how. */
export function writeAdapter({ tensors, ...facts }: Adapter): Uint8Array<ArrayBuffer> {
  const { name, title, base, rank, alpha } = facts;
  return writeSafetensors(tensors, { name, title, base, rank: String(rank), alpha: String(alpha) });
}

/**
 * Reads an adapter for a model with tensors of these shapes. `facts` are those of its manifest, where it has one;
 * a file of `writeAdapter` says them itself. Throws a ModelError that names what does not fit.
 */
export function readAdapter(
  file: ArrayBuffer,
  model: { name: string; shapes: Shapes },
  facts?: Omit<Adapter, "tensors">,
): Adapter {
  const { tensors, metadata } = parse(file);
  const adapter = { ...(facts ?? toFacts(metadata)), tensors };
  if (adapter.base !== model.name)
    throw unfit(
      `This adapter was made for “${adapter.base}”, and its matrices mean nothing to ${model.name}.`,
    );
  const names = Object.keys(tensors);
  if (names.length === 0) throw unfit("This file holds no tensors.");
  for (const name of names) checkTensor(name, adapter, model.shapes);
  return adapter;
}

function parse(file: ArrayBuffer) {
  try {
    return readSafetensors(file);
  } catch (error) {
    if (error instanceof ModelError) throw error;
    throw new ModelError("damaged", "This is no safetensors file. Choose one that was saved here.");
  }
}

function toFacts(metadata: Record<string, string>): Omit<Adapter, "tensors"> {
  const { name = "adapter", title = name, base } = metadata;
  const [rank, alpha] = [Number(metadata.rank), Number(metadata.alpha)];
  if (!base || !Number.isInteger(rank) || rank < 1 || !Number.isFinite(alpha))
    throw unfit("This file does not say its base model, rank and α. Choose one that was saved here.");
  return { name, title, base, rank, alpha };
}

/** Each A has its B, both have the sizes of their matrix, and all numbers are finite. */
function checkTensor(name: string, { rank, tensors }: Adapter, shapes: Shapes): void {
  const end = [A, B].find((end) => name.endsWith(end));
  const weight = end && name.slice(0, -end.length);
  if (!weight || !Object.hasOwn(shapes, weight) || shapes[weight].length !== 2)
    throw unfit(`The file's tensor ${name} belongs to no matrix of this model.`);
  if (!tensors[weight + A] || !tensors[weight + B]) throw unfit(`${weight} has only one of A and B.`);
  const [n_in, n_out] = shapes[weight];
  const expected = end === A ? [n_in, rank] : [rank, n_out];
  const { shape, data, dtype } = tensors[name];
  if (String(shape) !== String(expected))
    throw unfit(`${name} has shape (${shape.join(", ")}); it must be (${expected.join(", ")}).`);
  if (dtype !== "F32" || data.length !== shape[0] * shape[1] || !data.every(Number.isFinite))
    throw new ModelError("damaged", `${name} does not hold ${shape[0] * shape[1]} finite float32 numbers.`);
}

function unfit(message: string): ModelError {
  return new ModelError("incompatible", message);
}

function pairs({ tensors }: Adapter): [weight: string, a: StoredTensor, b: StoredTensor][] {
  return Object.keys(tensors)
    .filter((name) => name.endsWith(A))
    .map((name) => name.slice(0, -A.length))
    .map((weight) => [weight, tensors[weight + A], tensors[weight + B]]);
}

/** W + c · A·B */
function addProduct(
  { data: w, shape }: StoredTensor,
  a: StoredTensor,
  b: StoredTensor,
  c: number,
): StoredTensor {
  const [[n, m], r] = [shape, b.shape[0]];
  const change = new Float64Array(m);
  const data = Float32Array.from(w);
  for (let i = 0; i < n; i++) {
    change.fill(0);
    for (let k = 0; k < r; k++) {
      const factor = c * a.data[i * r + k];
      for (let j = 0, at = k * m; j < m; j++, at++) change[j] += factor * b.data[at];
    }
    for (let j = 0, at = i * m; j < m; j++, at++) data[at] += change[j];
  }
  return { dtype: "F32", shape, data };
}

function scale({ data, shape }: StoredTensor, c: number): StoredTensor {
  return { dtype: "F32", shape, data: Float32Array.from(data, (x) => c * x) };
}

/** `[n, r]` and `[n, s]` → `[n, r + s]` */
function joinColumns(x: StoredTensor, y: StoredTensor): StoredTensor {
  const [[n, r], s] = [x.shape, y.shape[1]];
  const data = new Float32Array(n * (r + s));
  for (let i = 0; i < n; i++) {
    data.set(x.data.subarray(i * r, (i + 1) * r), i * (r + s));
    data.set(y.data.subarray(i * s, (i + 1) * s), i * (r + s) + r);
  }
  return { dtype: "F32", shape: [n, r + s], data };
}

/** `[r, m]` and `[s, m]` → `[r + s, m]` */
function joinRows(x: StoredTensor, y: StoredTensor): StoredTensor {
  const data = new Float32Array(x.data.length + y.data.length);
  data.set(x.data);
  data.set(y.data, x.data.length);
  return { dtype: "F32", shape: [x.shape[0] + y.shape[0], x.shape[1]], data };
}
