import {
  add,
  addFloats,
  again,
  constant,
  end,
  firstFloat,
  fourFloats,
  get,
  type Kernel,
  less,
  load,
  loop,
  multiplyFloats,
  type Op,
  set,
  store,
  subtract,
} from "./assemble";

/**
 * The loops that are timed. Every kernel takes the same five numbers: the addresses of three arrays a, b and c,
 * their length in bytes, and how often to go through them.
 */
const names = ["a", "b", "c", "bytes", "repeats", "i"];
const local = (name: string) => names.indexOf(name);
const take = (name: string) => get(name, local(name));
const put = (name: string) => set(name, local(name));
const vector = (k: number) => [`v${k}`, names.length + k] as const;
const at = (array: string) => [take(array), take("i"), add]; // the address array + i
const each = (count: number, ops: (k: number) => readonly Op[]) =>
  Array.from({ length: count }, (_, k) => ops(k)).flat();

/** repeats × { i = 0; do { step; i += stride } while (i < bytes) } */
function walk(stride: number, step: readonly Op[]): Op[] {
  const next = [take("i"), constant(stride), add, put("i"), take("i"), take("bytes"), less, again];
  const repeat = [take("repeats"), constant(1), subtract, put("repeats"), take("repeats"), again];
  return [loop, constant(0), put("i"), loop, ...step, ...next, end, ...repeat, end];
}

const nothing = [fourFloats(0), firstFloat];
const total = (count: number): Op[] => [
  get(...vector(0)),
  ...each(count - 1, (k) => [get(...vector(k + 1)), addFloats]),
  firstFloat,
];

/** sum += a[i], in eight separate sums, so that no addition waits for the one before. */
const read: Kernel = {
  name: "read",
  integers: 1,
  vectors: 8,
  body: [
    ...walk(
      128,
      each(8, (k) => [...at("a"), load(16 * k), get(...vector(k)), addFloats, set(...vector(k))]),
    ),
    ...total(8),
  ],
};

/** a[i] = b[i] */
const copy: Kernel = {
  name: "copy",
  integers: 1,
  vectors: 0,
  body: [
    ...walk(
      64,
      each(4, (k) => [...at("a"), ...at("b"), load(16 * k), store(16 * k)]),
    ),
    ...nothing,
  ],
};

/** a[i] = b[i] + 3 · c[i], the triad of STREAM. */
const triad: Kernel = {
  name: "triad",
  integers: 1,
  vectors: 0,
  body: [
    ...walk(
      64,
      each(4, (k) => [
        ...at("a"),
        ...[...at("b"), load(16 * k)],
        ...[...at("c"), load(16 * k), fourFloats(3), multiplyFloats],
        addFloats,
        store(16 * k),
      ]),
    ),
    ...nothing,
  ],
};

/** x = 0.5 · x + 1, in twelve separate registers that never leave the processor. */
const chains = 12;
const multiplyAdd: Kernel = {
  name: "multiplyAdd",
  integers: 1,
  vectors: chains,
  body: [
    ...walk(
      16,
      each(chains, (k) => [
        ...[get(...vector(k)), fourFloats(0.5), multiplyFloats],
        ...[fourFloats(1), addFloats, set(...vector(k))],
      ]),
    ),
    ...total(chains),
  ],
};

export const kernels = { read, copy, triad, multiplyAdd } as const;
export type KernelName = keyof typeof kernels;

/** What one pass over arrays of `bytes` bytes each moves, as STREAM counts it, and computes. */
export function workOf(name: KernelName, bytes: number): { bytes: number; flops: number } {
  const floats = bytes / 4;
  return {
    read: { bytes, flops: floats },
    copy: { bytes: 2 * bytes, flops: 0 },
    triad: { bytes: 3 * bytes, flops: 2 * floats },
    multiplyAdd: { bytes: 0, flops: (bytes / 16) * chains * 4 * 2 },
  }[name];
}
