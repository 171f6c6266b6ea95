import { describe, expect, it } from "vitest";
import type { Tensor } from "./api";
import "./methods";
import { nn } from "./nn";
import { np } from "./numpy";
import { random } from "./random";
import reference from "./reference.json";
import { grad, jit, vmap } from "./transforms";
import { mapLeaves } from "./tree";

// The same inputs and formulas as in training/arrays_reference.py, which JAX computed.
const X = np.array([
  [0.5, -1, 2],
  [1.5, 0.25, -0.75],
]); // [2, 3]
const Y = np.array([
  [2, 1, -1],
  [0.5, 4, 3],
]); // [2, 3]
const W = np.array([
  [0.1, -0.2],
  [0.4, 0.3],
  [-0.5, 0.6],
]); // [3, 2]
const ROW = np.array([1, 2, 3]);

function attention(q: Tensor, k: Tensor, v: Tensor): Tensor {
  const scores = q.matmul(k.T).div(Math.sqrt(q.shape[1]));
  const seen = np.tril(np.ones(scores.shape));
  return nn.softmax(np.where(seen, scores, -Infinity)).matmul(v);
}

type Params = { w: Tensor; b: Tensor };

function loss(p: Params, x: Tensor, y: Tensor): Tensor {
  const hidden = nn.gelu(x.matmul(p.w).add(p.b));
  return np
    .takeAlongAxis(nn.logSoftmax(hidden), y.reshape([-1, 1]), 1)
    .mean()
    .neg();
}

const PARAMS: Params = { w: W, b: np.array([0.1, -0.1]) };
const LABELS = np.array([1, 0], { dtype: "int32" });

const values: Record<keyof typeof reference, () => unknown> = {
  add: () => X.add(ROW),
  subtract: () => X.sub(Y),
  multiply: () => X.mul(Y),
  divide: () => X.div(Y),
  power: () => X.abs().pow(Y),
  remainder: () => np.remainder(X, Y),
  floorDivide: () => np.floorDivide(X, Y),
  maximum: () => np.maximum(X, Y),
  exp: () => X.exp(),
  log: () => X.abs().log(),
  tanh: () => np.tanh(X),
  sin: () => np.sin(X),
  sign: () => np.sign(X),
  round: () => np.round(X),
  sum0: () => X.sum(0),
  mean: () => X.mean(-1, { keepdims: true }),
  var: () => np.var(X, 1),
  std: () => np.std(X),
  max: () => X.max(1),
  prod: () => np.prod(X, 0),
  argmax: () => X.argmax(1),
  argmin: () => np.argmin(X, 0),
  cumsum: () => np.cumsum(X, 1),
  matmul: () => X.matmul(W),
  outer: () => np.outer(ROW, ROW),
  einsum: () => np.einsum("ij,kj->ik", X, Y),
  transpose: () => X.T,
  concatenate: () => np.concatenate([X, Y], 1),
  stack: () => np.stack([X, Y], -1),
  split: () => np.split(X, 3, 1)[1],
  pad: () =>
    np.pad(X, [
      [1, 0],
      [0, 2],
    ]),
  tile: () => np.tile(ROW, [2]),
  repeat: () => np.repeat(X, 2, 0),
  flip: () => np.flip(X, 1),
  take: () =>
    np.take(
      X,
      [
        [2, 0],
        [1, -1],
      ],
      1,
    ),
  takeAlongAxis: () => np.takeAlongAxis(X, [[2], [0]], 1),
  sort: () => np.sort(X, 1),
  argsort: () => np.argsort(X, 1),
  tril: () => np.tril(np.ones([3, 3])),
  diag: () => np.diag(ROW),
  where: () => np.where(X.greater(0), X, Y),
  clip: () => np.clip(X, -0.5, 1),
  wholeTimesHalf: () => np.arange(4).mul(0.5),
  wholeTimesTwo: () => np.arange(4).mul(2),
  softmax: () => nn.softmax(X),
  logSoftmax: () => nn.logSoftmax(X, 0),
  logsumexp: () => nn.logsumexp(X, 1),
  gelu: () => nn.gelu(X),
  geluExact: () => nn.gelu(X, { approximate: false }),
  silu: () => nn.silu(X),
  relu: () => nn.relu(X),
  sigmoid: () => nn.sigmoid(X),
  oneHot: () => nn.oneHot(LABELS, 3),
  attention: () => attention(X, Y, X.add(Y)),
  uniform: () => random.uniform(random.key(7), [4]),
  "split keys": () => random.split(random.key(7)),
  loss: () => loss(PARAMS, X, LABELS),
  "grad of loss": () => grad(loss)(PARAMS, X, LABELS),
  "grad by input": () => grad(loss, { argnum: 1 })(PARAMS, X, LABELS),
  "grad of attention": () => grad((q: Tensor) => attention(q, Y, X).sum().square())(X),
  "second derivative": () =>
    grad(grad((x: Tensor) => np.tanh(x).mul(x.square())) as (x: Tensor) => Tensor)(np.array(0.7)),
  vmap: () => vmap((x: Tensor) => nn.softmax(x).mul(x.max()))(X),
  "vmap of grad": () => vmap(grad((x: Tensor) => x.pow(3).sum()) as (x: Tensor) => Tensor)(X),
};

const isTensor = (value: unknown): value is Tensor =>
  typeof value === "object" && value !== null && "dtype" in value;
const toNumbers = (tree: unknown) => mapLeaves(tree, (leaf) => (isTensor(leaf) ? leaf.js() : leaf));
const near = (tree: unknown) =>
  mapLeaves(tree, (leaf) => (typeof leaf === "number" ? expect.closeTo(leaf, 4) : leaf));

describe("arrays agree with JAX", () => {
  for (const [name, compute] of Object.entries(values))
    it(`in ${name}`, () =>
      expect(toNumbers(compute())).toEqual(near(reference[name as keyof typeof reference])));

  it("also when compiled", () => {
    expect(toNumbers(jit(attention)(X, Y, X.add(Y)))).toEqual(near(reference.attention));
    expect(toNumbers(jit(grad(loss))(PARAMS, X, LABELS))).toEqual(near(reference["grad of loss"]));
    const compiled = jit(loss);
    expect(toNumbers(grad((p: Params) => compiled(p, X, LABELS))(PARAMS))).toEqual(
      near(reference["grad of loss"]),
    );
  });
});
