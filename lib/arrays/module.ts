/**
 * What cells get when they use one of these names: bundled with jax-js into `public/arrays/engine.js` by
 * `scripts/build-arrays.mjs`, and loaded where the cell runs. One thread of WebAssembly: a cell's worker has
 * neither WebGPU nor shared memory.
 */
import { toTensor } from "./create";
import "./methods";
import { nn } from "./nn";
import { np } from "./numpy";
import { random } from "./random";
import { reshape } from "./reshaping";
import { grad, jit, valueAndGrad, vmap } from "./transforms";

export { grad, jit, nn, np, random, valueAndGrad, vmap };

/** Row-major float32 numbers of the page's model → an array, without a copy. */
export function fromNumbers(numbers: Float32Array, shape: readonly number[]) {
  return reshape(toTensor(numbers, "weights"), shape);
}
