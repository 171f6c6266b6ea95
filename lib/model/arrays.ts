import { nn as jaxNn, numpy } from "@jax-js/jax";

export type Tensor = numpy.Array;

/**
 * The functions of jax-js, borrowing their arguments where the originals consume them.
 *
 * jax-js frees memory by counting references: passing an array uses it up unless `.ref` is taken first. Under
 * `jit` an array is only a name in the program being recorded, and an extra reference costs nothing. So the
 * model, which always runs under `jit`, can be written without `.ref`. Outside `jit` these would leak.
 */
function borrowing<Namespace extends object>(namespace: Namespace): Namespace {
  const borrow = (argument: unknown): unknown => {
    if (Array.isArray(argument)) return argument.map(borrow);
    return argument instanceof numpy.Array || isTracer(argument) ? argument.ref : argument;
  };
  return new Proxy(namespace, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? (...args: unknown[]) => value(...args.map(borrow)) : value;
    },
  });
}

function isTracer(value: unknown): value is { ref: unknown } {
  return typeof value === "object" && value !== null && "ref" in value && "aval" in value;
}

export const np = borrowing(numpy);
export const nn = borrowing(jaxNn);
