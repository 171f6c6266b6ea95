import { numpy } from "@jax-js/jax";
import type { TensorLike } from "./api";
import { arange, toTensor } from "./create";
import { cast, toOperands } from "./operands";
import { matmul } from "./products";
import { expandDims, reshape, transpose } from "./reshaping";
import { checkAxis, checkIndex, ShapeError, show } from "./shapes";
import type { Tensor } from "./tensor";
import { isDifferentiating, run } from "./trace";

type Call = (...args: never[]) => unknown;

/** Lists of whole numbers are indices; fractions are not, and neither is what points past the end. */
function toIndices(operation: string, indices: TensorLike, shape: readonly number[], axis: number): Tensor {
  const tensor = toTensor(indices, operation);
  const whole = tensor.dtype !== "float32" ? tensor : toWhole(operation, tensor);
  for (const index of whole.numbers ?? []) checkIndex(operation, index, shape, axis);
  return whole;
}

function toWhole(operation: string, tensor: Tensor): Tensor {
  if (tensor.numbers?.every(Number.isInteger)) return cast(tensor, "int32");
  throw new TypeError(
    `${operation}: indices are whole numbers, but these are ${tensor.dtype}; use x.astype("int32").`,
  );
}

/** Negative places counted from the front: the engine knows no others. */
function fromFront(indices: Tensor, size: number): Tensor {
  if (!indices.numbers?.some((index) => index < 0)) return indices;
  const places = Array.from(indices.numbers, (index) => (index < 0 ? index + size : index));
  return reshape(toTensor(places, "np.take", { dtype: "int32" }), indices.shape);
}

export function take(x: TensorLike, indices: TensorLike, axis?: number): Tensor {
  const tensor = axis === undefined ? reshape(x, -1) : toTensor(x, "np.take");
  const along = checkAxis("np.take", axis ?? 0, tensor.shape);
  const places = fromFront(toIndices("np.take", indices, tensor.shape, along), tensor.shape[along]);
  if (isDifferentiating()) return takeByProduct(tensor, places, along);
  return run(numpy.take as Call, tensor, places, along);
}

/** As a product with rows of a single 1, because the engine cannot compile the gradient of looking up. */
function takeByProduct(x: Tensor, places: Tensor, along: number): Tensor {
  const others = x.shape.map((_, axis) => axis).filter((axis) => axis !== along);
  const table = reshape(transpose(x, [along, ...others]), [x.shape[along], -1]); // [size, rest]
  const found = matmul(marks(reshape(places, [-1, 1]), x.shape[along]), table); // [n, rest]
  const rest = others.map((axis) => x.shape[axis]);
  const back = [
    ...others.slice(0, along).map((_, i) => i + 1),
    0,
    ...others.slice(along).map((_, i) => along + i + 1),
  ];
  const shape = [...rest.slice(0, along), ...places.shape, ...rest.slice(along)];
  return reshape(transpose(reshape(found, [places.size, ...rest]), back), shape);
}

/** 1 where a place, in a last axis of 1, is the column's number. `[…, 1] → […, size]` */
function marks(places: Tensor, size: number): Tensor {
  return cast(run(numpy.equal as Call, ...toOperands("np.take", [places, arange(size)])), "float32");
}

export function takeAlongAxis(x: TensorLike, indices: TensorLike, axis: number): Tensor {
  const tensor = toTensor(x, "np.takeAlongAxis");
  const along = checkAxis("np.takeAlongAxis", axis, tensor.shape);
  const whole = toIndices("np.takeAlongAxis", indices, tensor.shape, along);
  if (whole.ndim !== tensor.ndim)
    throw new ShapeError(
      `np.takeAlongAxis: ${show(tensor.shape)} and the indices ${show(whole.shape)} must have as many axes; reshape the indices.`,
    );
  const places = fromFront(whole, tensor.shape[along]);
  if (isDifferentiating()) return takeAlongByMask(tensor, places, along);
  return run(numpy.takeAlongAxis as Call, tensor, places, along);
}

/** By comparing every place with every index, for the same reason. */
function takeAlongByMask(x: Tensor, places: Tensor, along: number): Tensor {
  const size = x.shape[along];
  const column = [size, ...x.shape.slice(along + 1).map(() => 1)];
  const numbers = reshape(arange(size), column); // [size, 1, …]
  const here = run<Tensor>(
    numpy.equal as Call,
    ...toOperands("np.takeAlongAxis", [expandDims(places, along + 1), numbers]),
  ); // […, n, size, …]
  const wide = toOperands("np.takeAlongAxis", [expandDims(x, along), 0]);
  return run(numpy.sum as Call, run<Tensor>(numpy.where as Call, here, ...wide), along + 1);
}
