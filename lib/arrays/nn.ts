import { nn as jaxNn } from "@jax-js/jax";
import type { NeuralNets, TensorLike } from "./api";
import { toTensor } from "./create";
import { explainMissing } from "./missing";
import { cast } from "./operands";
import { checkAxis, checkIndex } from "./shapes";
import type { Tensor } from "./tensor";
import { run } from "./trace";

type Call = (...args: never[]) => unknown;

/** These mean something for fractions only. */
const toFloat = (name: keyof NeuralNets, x: TensorLike) => cast(toTensor(x, `nn.${name}`), "float32");

const unary =
  (name: keyof NeuralNets, call: Call) =>
  (x: TensorLike): Tensor =>
    run(call, toFloat(name, x));

const alongAxis =
  (name: keyof NeuralNets, call: Call) =>
  (x: TensorLike, axis = -1): Tensor => {
    const tensor = toFloat(name, x);
    return run(call, tensor, checkAxis(`nn.${name}`, axis, tensor.shape));
  };

export const nn: NeuralNets = explainMissing<NeuralNets>("nn", {
  relu: unary("relu", jaxNn.relu),
  sigmoid: unary("sigmoid", jaxNn.sigmoid),
  silu: unary("silu", jaxNn.silu),
  softplus: unary("softplus", jaxNn.softplus),
  gelu: (x, { approximate = true } = {}) => run(jaxNn.gelu as Call, toFloat("gelu", x), { approximate }),
  softmax: alongAxis("softmax", jaxNn.softmax),
  logSoftmax: alongAxis("logSoftmax", jaxNn.logSoftmax),
  logsumexp(x, axis = null, options = {}) {
    const tensor = toFloat("logsumexp", x);
    for (const one of axis === null ? [] : [axis].flat())
      checkAxis("nn.logsumexp", one as number, tensor.shape);
    return run(jaxNn.logsumexp as Call, tensor, axis, options);
  },
  oneHot(x, classes) {
    const tensor = toTensor(x, "nn.oneHot");
    for (const index of tensor.numbers ?? []) checkIndex("nn.oneHot", index, [classes], 0);
    return run(jaxNn.oneHot as Call, cast(tensor, "int32"), classes);
  },
});
