/**
 * Arrays as cells see them: `np`, `nn`, `grad`, `jit`, `vmap`, `random`. Types only, and what the editor shows
 * word for word, so it imports nothing. The names and meanings are JAX's and NumPy's, in camelCase.
 *
 * Shapes are written `[rows, columns]`. Nothing has to be freed: an array is ordinary JavaScript memory, and
 * operations never change their arguments.
 */

export type DType = "float32" | "int32" | "uint32" | "bool";

/** Numbers in as many nested lists as there are axes; a bare number has none. */
export type NestedNumbers = number | boolean | readonly NestedNumbers[];

/** What every operation takes in place of an array: an array, a number, or nested lists of numbers. */
export type TensorLike = Tensor | number | boolean | readonly NestedNumbers[];

/** One axis, several, or `null` for all. Negative axes count from the end: -1 is the last. */
export type Axis = number | readonly number[] | null;

/** `keepdims: true` leaves an axis of size 1 where one was reduced, so that the result still broadcasts. */
export interface ReduceOptions {
  keepdims?: boolean;
}

export interface ArrayOptions {
  /** `float32` unless told. */
  dtype?: DType;
}

/** Part of an axis: `2` one place (the axis goes), `[]` all, `[1]` from 1 on, `[1, 3]` 1 and 2, `null` a new axis. */
export type Index = number | readonly [] | readonly [number] | readonly [number, number] | null | Tensor;

/** An array of numbers with any number of axes. */
export interface Tensor {
  /** Size of each axis: `[2, 3]` is 2 rows of 3. A single number has shape `[]`. */
  readonly shape: number[];
  /** Number of axes. */
  readonly ndim: number;
  /** Number of numbers. */
  readonly size: number;
  readonly dtype: DType;
  /** With all axes reversed; of a matrix, the transpose. */
  readonly T: Tensor;

  /** As nested lists of numbers (booleans for `bool`). */
  // biome-ignore lint/suspicious/noExplicitAny: as many levels as axes.
  js<Nested = any>(): Nested;
  /** The same, with 0 and 1 for false and true: what displays read. */
  toNested(): NestedNumbers;
  /** A flat copy, row after row. */
  data(): Float32Array | Int32Array | Uint32Array;
  /** The number of an array that holds just one. */
  item(): number;
  [Symbol.iterator](): IterableIterator<Tensor>;

  /** `x + other`, broadcasting. */
  add(other: TensorLike): Tensor;
  /** `x - other`. */
  sub(other: TensorLike): Tensor;
  /** `x * other`, number by number. The matrix product is `matmul`. */
  mul(other: TensorLike): Tensor;
  /** `x / other`. */
  div(other: TensorLike): Tensor;
  /** `x ** other`. */
  pow(other: TensorLike): Tensor;
  neg(): Tensor;
  /** Matrix product: `[…, n, m] · […, m, k] → […, n, k]`. */
  matmul(other: TensorLike): Tensor;
  dot(other: TensorLike): Tensor;

  sqrt(): Tensor;
  exp(): Tensor;
  log(): Tensor;
  abs(): Tensor;
  square(): Tensor;

  sum(axis?: Axis, options?: ReduceOptions): Tensor;
  mean(axis?: Axis, options?: ReduceOptions): Tensor;
  max(axis?: Axis, options?: ReduceOptions): Tensor;
  min(axis?: Axis, options?: ReduceOptions): Tensor;
  /** Place of the largest along an axis, `int32`; of the whole array when no axis is given. */
  argmax(axis?: number): Tensor;

  greater(other: TensorLike): Tensor;
  less(other: TensorLike): Tensor;
  equal(other: TensorLike): Tensor;

  /** The same numbers in another shape; one size may be -1, to be worked out. */
  reshape(shape: number | readonly number[]): Tensor;
  /** Axes in another order; reversed when none is given. */
  transpose(order?: readonly number[]): Tensor;
  /** One axis with all numbers, row after row. */
  flatten(): Tensor;
  /** `x.slice(2)` row 2; `x.slice([], 0)` column 0; `x.slice([1, 3])` rows 1 and 2. */
  slice(...index: Index[]): Tensor;
  astype(dtype: DType): Tensor;
}

type Unary = (x: TensorLike) => Tensor;
type Binary = (x: TensorLike, y: TensorLike) => Tensor;
type Reduction = (x: TensorLike, axis?: Axis, options?: ReduceOptions) => Tensor;

/** NumPy's functions, as in `jax.numpy`. */
export interface NumPy {
  /** Numbers, nested lists or a typed array → array. `np.array([[1, 2], [3, 4]])` has shape `[2, 2]`. */
  array(values: TensorLike | Float32Array | Int32Array | Uint32Array, options?: ArrayOptions): Tensor;
  zeros(shape: number | readonly number[], options?: ArrayOptions): Tensor;
  ones(shape: number | readonly number[], options?: ArrayOptions): Tensor;
  full(shape: number | readonly number[], value: number, options?: ArrayOptions): Tensor;
  zerosLike: Unary;
  onesLike: Unary;
  /** Ones on the diagonal. `[n, columns = n]` */
  eye(n: number, columns?: number, options?: ArrayOptions): Tensor;
  /** Whole numbers from `start` (0) up to, not including, `stop`; `int32` when all are whole. */
  arange(stop: number, options?: ArrayOptions): Tensor;
  arange(start: number, stop: number, step?: number, options?: ArrayOptions): Tensor;
  /** `count` (50) numbers evenly from `start` to `stop`, both included. */
  linspace(start: number, stop: number, count?: number): Tensor;

  negative: Unary;
  abs: Unary;
  sign: Unary;
  sqrt: Unary;
  square: Unary;
  reciprocal: Unary;
  exp: Unary;
  expm1: Unary;
  log: Unary;
  log1p: Unary;
  log2: Unary;
  sin: Unary;
  cos: Unary;
  tan: Unary;
  tanh: Unary;
  floor: Unary;
  ceil: Unary;
  round: Unary;
  isnan: Unary;
  isfinite: Unary;
  logicalNot: Unary;

  /** `x + y`. Shapes broadcast: from the last axis back, sizes must be equal or 1. */
  add: Binary;
  subtract: Binary;
  /** `x * y`, number by number. */
  multiply: Binary;
  divide: Binary;
  floorDivide: Binary;
  remainder: Binary;
  power: Binary;
  maximum: Binary;
  minimum: Binary;
  equal: Binary;
  notEqual: Binary;
  greater: Binary;
  greaterEqual: Binary;
  less: Binary;
  lessEqual: Binary;
  logicalAnd: Binary;
  logicalOr: Binary;
  /** `x` where `condition` holds, else `y`. */
  where(condition: TensorLike, x: TensorLike, y: TensorLike): Tensor;
  clip(x: TensorLike, min: number, max: number): Tensor;

  sum: Reduction;
  mean: Reduction;
  max: Reduction;
  min: Reduction;
  prod: Reduction;
  any: Reduction;
  all: Reduction;
  /** Variance, dividing by n. */
  var: Reduction;
  std: Reduction;
  argmax(x: TensorLike, axis?: number): Tensor;
  argmin(x: TensorLike, axis?: number): Tensor;
  cumsum(x: TensorLike, axis: number): Tensor;

  /** Matrix product: `[…, n, m] · […, m, k] → […, n, k]`. */
  matmul: Binary;
  dot: Binary;
  /** `[n], [m] → [n, m]` */
  outer: Binary;
  /** Sums of products in index notation: `np.einsum("hqd,hkd->hqk", q, k)`. */
  einsum(subscripts: string, ...operands: TensorLike[]): Tensor;
  trace: Unary;

  reshape(x: TensorLike, shape: number | readonly number[]): Tensor;
  transpose(x: TensorLike, order?: readonly number[]): Tensor;
  swapaxes(x: TensorLike, axis1: number, axis2: number): Tensor;
  /** Puts in an axis of size 1. */
  expandDims(x: TensorLike, axis: number): Tensor;
  /** Takes out an axis of size 1. */
  squeeze(x: TensorLike, axis?: number): Tensor;
  broadcastTo(x: TensorLike, shape: readonly number[]): Tensor;
  /** Joins arrays along an axis they have. */
  concatenate(arrays: readonly TensorLike[], axis?: number): Tensor;
  /** Joins arrays of one shape along a new axis. */
  stack(arrays: readonly TensorLike[], axis?: number): Tensor;
  /** Cuts an axis into equal parts, or at the places given. */
  split(x: TensorLike, parts: number | readonly number[], axis?: number): Tensor[];
  flip(x: TensorLike, axis?: number): Tensor;
  /** `[[before, after], …]` zeros, one pair an axis. */
  pad(x: TensorLike, widths: readonly (readonly [number, number])[]): Tensor;
  tile(x: TensorLike, times: readonly number[]): Tensor;
  repeat(x: TensorLike, times: number, axis: number): Tensor;

  /** The places `indices` of an axis: `np.take(wte, tokens, 0)` looks up embeddings. Without an axis, of the flat array. */
  take(x: TensorLike, indices: TensorLike, axis?: number): Tensor;
  takeAlongAxis(x: TensorLike, indices: TensorLike, axis: number): Tensor;
  sort(x: TensorLike, axis?: number): Tensor;
  argsort(x: TensorLike, axis?: number): Tensor;
  /** Zeros above the diagonal. */
  tril(x: TensorLike, diagonal?: number): Tensor;
  /** Zeros below the diagonal. */
  triu(x: TensorLike, diagonal?: number): Tensor;
  /** The diagonal of a matrix, or the matrix with this diagonal. */
  diag: Unary;
  /** Whether all numbers agree within `atol + rtol · |y|`. */
  allclose(x: TensorLike, y: TensorLike, options?: { rtol?: number; atol?: number }): boolean;

  readonly pi: number;
  readonly e: number;
  readonly inf: number;
  readonly nan: number;
  readonly float32: "float32";
  readonly int32: "int32";
  readonly uint32: "uint32";
  readonly bool: "bool";
}

/** Functions of neural networks, as in `jax.nn`. */
export interface NeuralNets {
  relu: Unary;
  sigmoid: Unary;
  silu: Unary;
  softplus: Unary;
  /** GELU by the tanh approximation, as in GPT-2; `{ approximate: false }` for the exact one. */
  gelu(x: TensorLike, options?: { approximate?: boolean }): Tensor;
  /** Each row (the last axis, unless told) to positive numbers that sum to 1. */
  softmax(x: TensorLike, axis?: number): Tensor;
  logSoftmax(x: TensorLike, axis?: number): Tensor;
  /** `log(sum(exp(x)))` without overflow. */
  logsumexp(x: TensorLike, axis?: Axis, options?: ReduceOptions): Tensor;
  /** Class numbers → rows with a single 1. `[…] → […, classes]` */
  oneHot(x: TensorLike, classes: number): Tensor;
}

/** Random numbers from keys, as in `jax.random`: the same key always gives the same numbers. */
export interface Random {
  /** A key from a seed. */
  key(seed: number): Tensor;
  /** New, independent keys from one: `const [k1, k2] = random.split(key)`. */
  split(key: Tensor, count?: number): Tensor[];
  /** Standard normal. */
  normal(key: Tensor, shape?: readonly number[]): Tensor;
  /** Uniform in [`minval`, `maxval`), which is [0, 1) unless told. */
  uniform(key: Tensor, shape?: readonly number[], options?: { minval?: number; maxval?: number }): Tensor;
  /** Whole numbers in [`minval`, `maxval`). */
  randint(key: Tensor, shape: readonly number[], minval: number, maxval: number): Tensor;
  /** true with probability `p` (0.5). */
  bernoulli(key: Tensor, p?: number, shape?: readonly number[]): Tensor;
  /** Class numbers drawn by their logits, along the last axis. */
  categorical(key: Tensor, logits: TensorLike): Tensor;
  /** 0 … n-1 in random order. */
  permutation(key: Tensor, n: number): Tensor;
}

/** A number, an array, or lists and plain objects of them: what `grad` and `jit` take as arguments. */
export type Tree = Tensor | number | readonly Tree[] | { readonly [name: string]: Tree };

// biome-ignore lint/suspicious/noExplicitAny: a function's own types are kept.
type AnyFunction = (...args: any[]) => any;
/** Numbers become arrays; lists and objects keep their shape. */
export type Gradient<T> = T extends Tensor | number
  ? Tensor
  : T extends readonly (infer Item)[]
    ? Gradient<Item>[]
    : { [Key in keyof T]: Gradient<T[Key]> };

/**
 * The function that computes the gradient of `f`, by its first argument or the one numbered `argnum`:
 * `grad((w) => loss(w))(w)` has the shape of `w`. `f` returns a single number.
 */
export type Grad = <F extends AnyFunction>(
  f: F,
  options?: { argnum?: number },
) => (...args: Parameters<F>) => Gradient<Parameters<F>[0]>;

/** Like `grad`, but gives the value as well: `const [loss, dw] = valueAndGrad(f)(w)`. */
export type ValueAndGrad = <F extends AnyFunction>(
  f: F,
  options?: { argnum?: number },
) => (...args: Parameters<F>) => [Tensor, Gradient<Parameters<F>[0]>];

/** `f` compiled on its first call for each set of shapes. `f` must be pure; it cannot look at numbers. */
export type Jit = <F extends AnyFunction>(f: F) => F;

/** `f` over a new first axis of every argument (or the axes `inAxes`; `null` where an argument stays as it is). */
export type Vmap = <F extends AnyFunction>(f: F, inAxes?: number | readonly (number | null)[]) => F;
