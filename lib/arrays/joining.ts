import { numpy } from "@jax-js/jax";
import type { TensorLike } from "./api";
import { toTensor } from "./create";
import { checkAxis, checkConcatenate, checkSplit, checkStack } from "./shapes";
import type { Tensor } from "./tensor";
import { run } from "./trace";

type Call = (...args: never[]) => unknown;

function toTensors(arrays: readonly TensorLike[], operation: string): Tensor[] {
  if (!Array.isArray(arrays))
    throw new TypeError(`${operation}: give the arrays as a list: ${operation}([a, b]).`);
  return arrays.map((array) => toTensor(array, operation));
}

export function concatenate(arrays: readonly TensorLike[], axis = 0): Tensor {
  const tensors = toTensors(arrays, "np.concatenate");
  const along = checkConcatenate(
    "np.concatenate",
    tensors.map(({ shape }) => shape),
    axis,
  );
  return run(numpy.concatenate as Call, tensors, along);
}

export function stack(arrays: readonly TensorLike[], axis = 0): Tensor {
  const tensors = toTensors(arrays, "np.stack");
  checkStack(
    "np.stack",
    tensors.map(({ shape }) => shape),
  );
  const along = checkAxis("np.stack", axis, [...tensors[0].shape, 1]);
  return run(numpy.stack as Call, tensors, along);
}

export function split(x: TensorLike, parts: number | readonly number[], axis = 0): Tensor[] {
  const tensor = toTensor(x, "np.split");
  checkSplit("np.split", tensor.shape, parts, axis);
  return run(numpy.split as Call, tensor, parts, axis);
}
