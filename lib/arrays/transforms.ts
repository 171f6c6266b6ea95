import * as jax from "@jax-js/jax";
import type { Grad, Jit, ValueAndGrad, Vmap } from "./api";
import { toTensor } from "./create";
import { ShapeError, show } from "./shapes";
import { type Engine, Tensor } from "./tensor";
import {
  type Capture,
  copying,
  type Inlet,
  isDifferentiating,
  lower,
  run,
  toEngine,
  traceable,
} from "./trace";
import { mapLeaves } from "./tree";

type AnyFunction = (...args: unknown[]) => unknown;
type Call = (...args: never[]) => unknown;
/** A function of engine arrays, as jax-js wants it. */
type Recorded = (...arrays: Engine[]) => jax.JsTree<Engine>;

export const valueAndGrad = ((f: AnyFunction, { argnum = 0 } = {}) =>
  (...args: unknown[]) => {
    const variable = mapLeaves(args[argnum], toVariable);
    const call = traceable(
      "grad",
      ([inside]) => checkLoss(f(...args.map((arg, i) => (i === argnum ? inside : arg)))),
      copying,
    );
    return run(jax.valueAndGrad(call as Recorded) as Call, variable);
  }) as ValueAndGrad;

export const grad = ((f: AnyFunction, options) => {
  const both = valueAndGrad(f, options);
  return (...args: unknown[]) => both(...args)[1];
}) as Grad;

function toVariable(leaf: unknown): Tensor {
  if (leaf === undefined) throw new TypeError("grad: call the gradient with the arguments of your function.");
  const tensor = toTensor(leaf, "grad");
  if (tensor.dtype === "float32") return tensor;
  throw new TypeError(
    `grad: an array of ${tensor.dtype} ${show(tensor.shape)} cannot change a little; use x.astype("float32"), or ask for another argument with { argnum }.`,
  );
}

function checkLoss(loss: unknown): Tensor {
  if (!(loss instanceof Tensor))
    throw new TypeError(
      `grad: your function must return a number as an array, but it returned ${typeof loss}.`,
    );
  if (loss.ndim > 0)
    throw new ShapeError(
      `grad: your function must return a single number, but it returned ${show(loss.shape)}; take its .sum() or .mean().`,
    );
  return loss;
}

export const vmap = ((f: AnyFunction, inAxes: number | readonly (number | null)[] = 0) => {
  const call = traceable("vmap", (args) => f(...args), copying);
  return (...args: unknown[]) => {
    const tensors = args.map((arg) => mapLeaves(arg, (leaf) => toTensor(leaf, "vmap")));
    return run(jax.vmap(call as Recorded, inAxes as number) as Call, ...tensors);
  };
}) as Vmap;

/** A function compiled for one set of shapes. What it takes from outside is handed to it as arguments. */
interface Compiled {
  captured: Tensor[];
  run: jax.OwnedFunction<Call>;
  forget(): void;
}

/** Compiled functions kept; each may hold small constants in the engine. The one not used for longest goes. */
const kept = new Set<Compiled>();
const most = 64;

function keep(compiled: Compiled): void {
  kept.delete(compiled);
  kept.add(compiled);
  const [oldest] = kept;
  if (kept.size <= most) return;
  kept.delete(oldest);
  oldest.forget();
  oldest.run.dispose();
}

export const jit = ((f: AnyFunction) => {
  const programs = new Map<string, Compiled>();
  return (...args: unknown[]) => {
    const { leaves, signature, rebuild } = readArguments(args);
    const compiled = programs.get(signature) ?? compile(f, leaves, rebuild);
    compiled.forget = () => programs.delete(signature);
    // A name from an enclosing trace means nothing in the next one.
    const reusable = compiled.captured.every(({ traced }) => !traced);
    if (reusable) keep(compiled);
    if (reusable) programs.set(signature, compiled);
    try {
      return run(compiled.run, ...compiled.captured, ...leaves);
    } finally {
      if (!reusable) compiled.run.dispose();
    }
  };
}) as Jit;

interface Arguments {
  leaves: Tensor[];
  /** Equal for arguments that one compiled program can serve. */
  signature: string;
  rebuild(leaves: readonly unknown[]): unknown[];
}

/** Arrays and numbers vary from call to call; strings, booleans and the like are part of the program. */
function readArguments(args: unknown[]): Arguments {
  const leaves: Tensor[] = [];
  const shaped = mapLeaves(args, (leaf) => {
    if (typeof leaf === "function")
      throw new TypeError("jit: a function cannot be an argument; use it from outside instead.");
    if (!(leaf instanceof Tensor || typeof leaf === "number" || ArrayBuffer.isView(leaf)))
      return { fixed: leaf ?? null };
    const tensor = toTensor(leaf, "jit");
    leaves.push(tensor);
    return `${tensor.dtype}${show(tensor.shape)}`;
  });
  const rebuild = (values: readonly unknown[]) => {
    let next = 0;
    return mapLeaves(args, (leaf) =>
      leaf instanceof Tensor || typeof leaf === "number" || ArrayBuffer.isView(leaf) ? values[next++] : leaf,
    ) as unknown[];
  };
  return { leaves, signature: JSON.stringify([isDifferentiating(), shaped]), rebuild };
}

/**
 * Looks through the function twice: first to list the arrays it takes from outside, then with these as
 * arguments. Otherwise the compiled program would keep copies of them for as long as it lives.
 */
function compile(f: AnyFunction, leaves: readonly Tensor[], rebuild: Arguments["rebuild"]): Compiled {
  const body = (args: unknown[]) => f(...rebuild(args));
  const captured: Tensor[] = [];
  const listing = traceable("jit", body, (outer) => list(outer, captured));
  const inputs = leaves.map(lower);
  try {
    jax
      .makeJaxpr(listing as Recorded)(...inputs)
      .jaxpr.dispose();
  } finally {
    for (const input of inputs) input.dispose();
  }
  const replaying = (...arrays: Engine[]) => {
    const [outside, inside] = [arrays.slice(0, captured.length), arrays.slice(captured.length)];
    return traceable("jit", body, () => replay(outside))(...inside);
  };
  return { captured, run: jax.jit(replaying as Recorded), forget: () => {} };
}

function list(outer: Capture, captured: Tensor[]): Inlet {
  const inlet = copying((tensor) => {
    captured.push(tensor);
    return tensor.traced ? outer(tensor) : toEngine(tensor);
  });
  return inlet;
}

/** The k-th new array from outside is the k-th of `outside`: a pure function asks in the same order each time. */
function replay(outside: readonly Engine[]): Inlet {
  const known = new Map<Tensor, Engine>();
  return {
    capture(tensor) {
      const array = known.get(tensor) ?? outside[known.size];
      if (!array || show(array.shape) !== show(tensor.shape) || array.dtype !== tensor.dtype)
        throw new TypeError("jit: the function does something else each time it is called; it must be pure.");
      known.set(tensor, array);
      return array.ref;
    },
    release() {
      for (const array of outside) array.dispose();
    },
  };
}
