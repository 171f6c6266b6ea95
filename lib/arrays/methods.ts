import type { numpy } from "@jax-js/jax";
import type { Axis, DType, Index, ReduceOptions, TensorLike, Tensor as TensorType } from "./api";
import { np } from "./numpy";
import { cast } from "./operands";
import { checkIndex, ShapeError, show } from "./shapes";
import { Tensor } from "./tensor";
import { run } from "./trace";

/** What `x.add(y)` and the like do: each calls the function of the same meaning. */
const methods = {
  add(this: TensorType, other: TensorLike) {
    return np.add(this, other);
  },
  sub(this: TensorType, other: TensorLike) {
    return np.subtract(this, other);
  },
  mul(this: TensorType, other: TensorLike) {
    return np.multiply(this, other);
  },
  div(this: TensorType, other: TensorLike) {
    return np.divide(this, other);
  },
  pow(this: TensorType, other: TensorLike) {
    return np.power(this, other);
  },
  neg(this: TensorType) {
    return np.negative(this);
  },
  matmul(this: TensorType, other: TensorLike) {
    return np.matmul(this, other);
  },
  dot(this: TensorType, other: TensorLike) {
    return np.dot(this, other);
  },
  sqrt(this: TensorType) {
    return np.sqrt(this);
  },
  exp(this: TensorType) {
    return np.exp(this);
  },
  log(this: TensorType) {
    return np.log(this);
  },
  abs(this: TensorType) {
    return np.abs(this);
  },
  square(this: TensorType) {
    return np.square(this);
  },
  sum(this: TensorType, axis?: Axis, options?: ReduceOptions) {
    return np.sum(this, axis, options);
  },
  mean(this: TensorType, axis?: Axis, options?: ReduceOptions) {
    return np.mean(this, axis, options);
  },
  max(this: TensorType, axis?: Axis, options?: ReduceOptions) {
    return np.max(this, axis, options);
  },
  min(this: TensorType, axis?: Axis, options?: ReduceOptions) {
    return np.min(this, axis, options);
  },
  argmax(this: TensorType, axis?: number) {
    return np.argmax(this, axis);
  },
  greater(this: TensorType, other: TensorLike) {
    return np.greater(this, other);
  },
  less(this: TensorType, other: TensorLike) {
    return np.less(this, other);
  },
  equal(this: TensorType, other: TensorLike) {
    return np.equal(this, other);
  },
  reshape(this: TensorType, shape: number | readonly number[]) {
    return np.reshape(this, shape);
  },
  transpose(this: TensorType, order?: readonly number[]) {
    return np.transpose(this, order);
  },
  flatten(this: TensorType) {
    return np.reshape(this, -1);
  },
  astype(this: Tensor, dtype: DType) {
    return cast(this, dtype);
  },
  slice(this: Tensor, ...index: Index[]) {
    checkIndices(this.shape, index);
    return run((x: numpy.Array, ...places: never[]) => x.slice(...places), this, ...index);
  },
  *[Symbol.iterator](this: TensorType) {
    if (this.ndim === 0) throw new ShapeError("A single number has no rows to go through.");
    for (let row = 0; row < this.shape[0]; row++) yield this.slice(row);
  },
};

function checkIndices(shape: readonly number[], index: readonly Index[]): void {
  const axes = index.filter((part) => part !== null);
  if (axes.length > shape.length)
    throw new ShapeError(
      `slice: ${axes.length} places are given, but ${show(shape)} has ${shape.length} axes.`,
    );
  for (const [axis, part] of axes.entries()) {
    if (typeof part === "number") checkIndex("slice", part, shape, axis);
    else if (Array.isArray(part)) checkRange(part, shape, axis);
    else if (!(part instanceof Tensor))
      throw new TypeError(`slice: ${String(part)} is no place; use 2, [], [1], [1, 3] or null.`);
  }
}

function checkRange(range: readonly number[], shape: readonly number[], axis: number): void {
  const size = shape[axis];
  const [start = 0, end = size] = range.map((place) => (place < 0 ? place + size : place));
  if (range.length <= 2 && start >= 0 && start <= end && end <= size) return;
  throw new ShapeError(
    `slice: [${range.join(", ")}] is no part of axis ${axis} of ${show(shape)}, whose places are 0 to ${size - 1}.`,
  );
}

Object.defineProperty(Tensor.prototype, "T", {
  get(this: TensorType) {
    return np.transpose(this);
  },
});
for (const key of Reflect.ownKeys(methods))
  Object.defineProperty(Tensor.prototype, key, { value: Reflect.get(methods, key), writable: true });
