import { numpy } from "@jax-js/jax";
import type { Axis, DType, NumPy, ReduceOptions, TensorLike } from "./api";
import { arange, eye, filled, linspace, toTensor } from "./create";
import { take, takeAlongAxis } from "./indexing";
import { concatenate, split, stack } from "./joining";
import { explainMissing } from "./missing";
import { cast, toOperands } from "./operands";
import { dot, einsum, matmul, outer } from "./products";
import { broadcastTo, expandDims, reshape, squeeze, swapaxes, transpose } from "./reshaping";
import { checkAxis, ShapeError, show } from "./shapes";
import type { Tensor } from "./tensor";
import { run } from "./trace";

type Call = (...args: never[]) => unknown;

const unary =
  (name: keyof NumPy, call: Call, floats = false) =>
  (x: TensorLike): Tensor => {
    const tensor = toTensor(x, `np.${name}`);
    return run(call, floats && tensor.dtype !== "float32" ? cast(tensor, "float32") : tensor);
  };

/** Functions with values between whole numbers. */
const smooth = (name: keyof NumPy, call: Call) => unary(name, call, true);

const binary =
  (name: keyof NumPy, call: Call) =>
  (x: TensorLike, y: TensorLike): Tensor =>
    run(call, ...toOperands(`np.${name}`, [x, y]));

const reduction =
  (name: keyof NumPy, call: Call) =>
  (x: TensorLike, axis: Axis = null, options: ReduceOptions = {}): Tensor => {
    const tensor = toTensor(x, `np.${name}`);
    const axes = axis === null ? [] : [axis].flat();
    for (const one of axes) checkAxis(`np.${name}`, one as number, tensor.shape);
    if (tensor.size === 0) throw new ShapeError(`np.${name}: ${show(tensor.shape)} is empty.`);
    return run(call, tensor, axis, options);
  };

const placing =
  (name: keyof NumPy, call: Call) =>
  (x: TensorLike, axis?: number): Tensor => {
    const tensor = toTensor(x, `np.${name}`);
    if (axis !== undefined) checkAxis(`np.${name}`, axis, tensor.shape);
    return run(call, tensor, axis);
  };

const triangle =
  (name: "tril" | "triu", call: Call) =>
  (x: TensorLike, diagonal = 0): Tensor => {
    const tensor = toTensor(x, `np.${name}`);
    if (tensor.ndim < 2)
      throw new ShapeError(`np.${name}: ${show(tensor.shape)} has no diagonal; it needs two axes.`);
    return run(call, tensor, diagonal);
  };

function allclose(x: TensorLike, y: TensorLike, { rtol = 1e-5, atol = 1e-8 } = {}): boolean {
  const [a, b] = toOperands("np.allclose", [x, y]);
  const [left, right] = [a, b].map((side) => cast(side, "float32"));
  const difference = run(numpy.subtract as Call, left, right);
  const gap = run(numpy.abs as Call, difference).data();
  const size = run(
    numpy.add as Call,
    run(numpy.abs as Call, right),
    filled("np.allclose", left.shape, 0),
  ).data();
  return gap.every((distance, i) => distance <= atol + rtol * size[i]);
}

const isFloatProduct = (name: "divide") => (x: TensorLike, y: TensorLike) =>
  run(numpy.divide as Call, ...toOperands(`np.${name}`, [x, y]).map((side) => cast(side, "float32")));

const functions: NumPy = {
  array: (values, options) => cast(toTensor(values, "np.array", options), options?.dtype ?? dtypeOf(values)),
  zeros: (shape, options) => filled("np.zeros", shape, 0, options),
  ones: (shape, options) => filled("np.ones", shape, 1, options),
  full: (shape, value, options) => filled("np.full", shape, value, options),
  zerosLike: (x) => filled("np.zerosLike", toTensor(x, "np.zerosLike").shape, 0),
  onesLike: (x) => filled("np.onesLike", toTensor(x, "np.onesLike").shape, 1),
  eye,
  arange,
  linspace,

  negative: unary("negative", numpy.negative),
  abs: unary("abs", numpy.abs),
  sign: unary("sign", numpy.sign),
  square: unary("square", numpy.square),
  isnan: unary("isnan", numpy.isnan),
  isfinite: unary("isfinite", numpy.isfinite),
  logicalNot: unary("logicalNot", numpy.logicalNot),
  floor: smooth("floor", numpy.floor),
  ceil: smooth("ceil", numpy.ceil),
  round: smooth("round", numpy.round),
  sqrt: smooth("sqrt", numpy.sqrt),
  reciprocal: smooth("reciprocal", numpy.reciprocal),
  exp: smooth("exp", numpy.exp),
  expm1: smooth("expm1", numpy.expm1),
  log: smooth("log", numpy.log),
  log1p: smooth("log1p", numpy.log1p),
  log2: smooth("log2", numpy.log2),
  sin: smooth("sin", numpy.sin),
  cos: smooth("cos", numpy.cos),
  tan: smooth("tan", numpy.tan),
  tanh: smooth("tanh", numpy.tanh),

  add: binary("add", numpy.add),
  subtract: binary("subtract", numpy.subtract),
  multiply: binary("multiply", numpy.multiply),
  divide: isFloatProduct("divide"),
  floorDivide: binary("floorDivide", numpy.floorDivide),
  remainder: binary("remainder", numpy.remainder),
  power: binary("power", numpy.power),
  maximum: binary("maximum", numpy.maximum),
  minimum: binary("minimum", numpy.minimum),
  equal: binary("equal", numpy.equal),
  notEqual: binary("notEqual", numpy.notEqual),
  greater: binary("greater", numpy.greater),
  greaterEqual: binary("greaterEqual", numpy.greaterEqual),
  less: binary("less", numpy.less),
  lessEqual: binary("lessEqual", numpy.lessEqual),
  logicalAnd: binary("logicalAnd", numpy.logicalAnd),
  logicalOr: binary("logicalOr", numpy.logicalOr),
  where(condition, x, y) {
    const [a, b] = toOperands("np.where", [x, y]);
    const [test] = toOperands("np.where", [condition, a, b]);
    return run(numpy.where as Call, cast(test, "bool"), a, b);
  },
  clip(x, min, max) {
    const [tensor, low, high] = toOperands("np.clip", [toTensor(x, "np.clip"), min, max]);
    return run(numpy.clip as Call, tensor, low, high);
  },

  sum: reduction("sum", numpy.sum),
  mean: reduction("mean", numpy.mean),
  max: reduction("max", numpy.max),
  min: reduction("min", numpy.min),
  prod: reduction("prod", numpy.prod),
  any: reduction("any", numpy.any),
  all: reduction("all", numpy.all),
  var: reduction("var", numpy.var_),
  std: reduction("std", numpy.std),
  argmax: placing("argmax", numpy.argmax),
  argmin: placing("argmin", numpy.argmin),
  cumsum: placing("cumsum", numpy.cumsum),

  matmul,
  dot,
  outer,
  einsum,
  trace: unary("trace", numpy.trace),

  reshape,
  transpose,
  swapaxes,
  expandDims,
  squeeze,
  broadcastTo,
  concatenate,
  stack,
  split,
  flip: placing("flip", numpy.flip),
  pad: (x, widths) => run(numpy.pad as Call, toTensor(x, "np.pad"), widths),
  tile: (x, times) => run(numpy.tile as Call, toTensor(x, "np.tile"), times),
  repeat(x, times, axis) {
    const tensor = toTensor(x, "np.repeat");
    return run(numpy.repeat as Call, tensor, times, checkAxis("np.repeat", axis, tensor.shape));
  },

  take,
  takeAlongAxis,
  sort: placing("sort", numpy.sort),
  argsort: placing("argsort", numpy.argsort),
  tril: triangle("tril", numpy.tril),
  triu: triangle("triu", numpy.triu),
  diag: unary("diag", numpy.diag),
  allclose,

  pi: Math.PI,
  e: Math.E,
  inf: Number.POSITIVE_INFINITY,
  nan: Number.NaN,
  float32: "float32",
  int32: "int32",
  uint32: "uint32",
  bool: "bool",
};

/** Without a wish an array keeps the type of what it is made from. */
function dtypeOf(values: unknown): DType {
  return toTensor(values, "np.array").dtype;
}

export const np: NumPy = explainMissing("np", functions);
