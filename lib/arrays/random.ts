import { random as jaxRandom } from "@jax-js/jax";
import type { Random } from "./api";
import { toTensor } from "./create";
import { explainMissing } from "./missing";
import { cast } from "./operands";
import { show } from "./shapes";
import { Tensor } from "./tensor";
import { run } from "./trace";

type Call = (...args: never[]) => unknown;

function checkKey(operation: string, key: unknown): Tensor {
  if (key instanceof Tensor && key.dtype === "uint32" && show(key.shape) === "(2)") return key;
  throw new TypeError(`random.${operation}: the first argument is a key; make one with random.key(0).`);
}

export const random: Random = explainMissing<Random>("random", {
  // What JAX makes of a 32-bit seed: its upper half, which is 0, and its lower half.
  key: (seed) => new Tensor({ shape: [2], dtype: "uint32", numbers: Uint32Array.of(0, seed) }),
  split: (key, count = 2) => [...run<Tensor>(jaxRandom.split as Call, checkKey("split", key), count)],
  normal: (key, shape = []) => run(jaxRandom.normal as Call, checkKey("normal", key), shape),
  uniform(key, shape = [], options = {}) {
    return run(jaxRandom.uniform as Call, checkKey("uniform", key), shape, options);
  },
  randint(key, shape, minval, maxval) {
    return run(jaxRandom.randint as Call, checkKey("randint", key), { shape, minval, maxval });
  },
  bernoulli(key, p = 0.5, shape = []) {
    return run(
      jaxRandom.bernoulli as Call,
      checkKey("bernoulli", key),
      toTensor(p, "random.bernoulli"),
      shape,
    );
  },
  categorical(key, logits) {
    const tensor = cast(toTensor(logits, "random.categorical"), "float32");
    return run(jaxRandom.categorical as Call, checkKey("categorical", key), tensor);
  },
  permutation: (key, n) => run(jaxRandom.permutation as Call, checkKey("permutation", key), n),
});
