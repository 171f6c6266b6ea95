import { numpy } from "@jax-js/jax";
import type { TensorLike } from "./api";
import { filled, reshaped, toTensor } from "./create";
import { toOperands } from "./operands";
import { checkAxis, checkOrder, checkReshape, checkSqueeze } from "./shapes";
import type { Tensor } from "./tensor";
import { run } from "./trace";

type Call = (...args: never[]) => unknown;

export function reshape(x: TensorLike, shape: number | readonly number[]): Tensor {
  const tensor = toTensor(x, "np.reshape");
  const wanted = checkReshape("np.reshape", tensor.shape, [shape].flat());
  if (tensor.numbers) return reshaped(tensor, wanted);
  return run(numpy.reshape as Call, tensor, wanted);
}

export function transpose(x: TensorLike, order?: readonly number[]): Tensor {
  const tensor = toTensor(x, "np.transpose");
  if (order) checkOrder("np.transpose", order, tensor.shape);
  const axes = order?.map((axis) => checkAxis("np.transpose", axis, tensor.shape));
  return run(numpy.transpose as Call, tensor, axes);
}

export function swapaxes(x: TensorLike, axis1: number, axis2: number): Tensor {
  const tensor = toTensor(x, "np.swapaxes");
  const [a, b] = [axis1, axis2].map((axis) => checkAxis("np.swapaxes", axis, tensor.shape));
  return run(numpy.swapaxes as Call, tensor, a, b);
}

export function expandDims(x: TensorLike, axis: number): Tensor {
  const tensor = toTensor(x, "np.expandDims");
  const shape = [...tensor.shape];
  shape.splice(checkAxis("np.expandDims", axis, [...shape, 1]), 0, 1);
  return reshape(tensor, shape);
}

export function squeeze(x: TensorLike, axis?: number): Tensor {
  const tensor = toTensor(x, "np.squeeze");
  if (axis !== undefined) checkSqueeze("np.squeeze", tensor.shape, axis);
  const goes = axis === undefined ? undefined : checkAxis("np.squeeze", axis, tensor.shape);
  return reshape(
    tensor,
    tensor.shape.filter((size, i) => (goes === undefined ? size !== 1 : i !== goes)),
  );
}

export function broadcastTo(x: TensorLike, shape: readonly number[]): Tensor {
  const [tensor] = toOperands("np.broadcastTo", [x, filled("np.broadcastTo", shape, 0)]);
  return run(numpy.broadcastTo as Call, tensor, shape);
}
