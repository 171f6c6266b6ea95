import { numpy } from "@jax-js/jax";
import type { DType } from "./api";
import { convert } from "./create";
import { type Engine, leaked, type Numbers, Tensor, type TraceOf } from "./tensor";
import { mapLeaves } from "./tree";

/**
 * Where arrays cross into the engine and back. Outside of any trace an operation copies its inputs in and its
 * result out, and leaves nothing behind. Inside `grad`, `jit` and `vmap` results stay in the engine until the
 * function that is looked through returns: the trace owns them and frees them all at once.
 */

/** How arrays from outside get into a trace; see `copying` and `transforms.ts`. */
export type Capture = (tensor: Tensor) => Engine;

interface Trace extends TraceOf {
  open: boolean;
  readonly outer?: Trace;
  readonly capture: Capture;
  readonly owned: Engine[];
}

let current: Trace | undefined;

/** Whether what runs now will be asked for its gradient. */
export function isDifferentiating(): boolean {
  for (let trace = current; trace; trace = trace.outer) if (trace.by === "grad") return true;
  return false;
}

/** Runs one operation of the engine on arrays (in lists, too), which it uses up; other arguments pass as they are. */
export function run<Out = Tensor>(call: (...args: never[]) => unknown, ...args: unknown[]): Out {
  const lent: Engine[] = [];
  const lend = (leaf: unknown) => {
    if (!(leaf instanceof Tensor)) return leaf;
    const array = lower(leaf);
    lent.push(array);
    return array;
  };
  try {
    return mapLeaves(call(...(args.map((arg) => mapLeaves(arg, lend)) as never[])), lift) as Out;
  } catch (error) {
    if (!current) for (const array of lent) if (array.refCount > 0) array.dispose();
    throw error;
  }
}

/** A reference for the engine to use up. */
export function lower(tensor: Tensor): Engine {
  return lowerIn(current, tensor);
}

function lowerIn(trace: Trace | undefined, tensor: Tensor): Engine {
  const { traced } = tensor;
  if (traced && !traced.trace.open) throw new TypeError(leaked(traced.trace.by));
  if (traced && traced.trace === trace) return traced.array.ref;
  return trace ? trace.capture(tensor) : toEngine(tensor);
}

/** An engine's result → an array; what is no array passes as it is. */
export function lift(result: unknown): unknown {
  if (!isEngine(result)) return result;
  const dtype = result.dtype as DType;
  const { shape } = result;
  if (current) {
    current.owned.push(result);
    return new Tensor({ shape, dtype, traced: { array: result, trace: current } });
  }
  return new Tensor({ shape, dtype, numbers: result.dataSync() as Numbers });
}

/** Arrays, and the names that stand for them while a function is recorded, have one base class. */
function isEngine(value: unknown): value is Engine {
  return typeof value === "object" && value !== null && "aval" in value && "ref" in value;
}

/**
 * A copy in the engine's memory. The engine bakes a short array of equal numbers into the program it compiles,
 * once for each value: a cell that runs with a thousand temperatures would leave a thousand programs. One more,
 * different number keeps such an array out.
 */
export function toEngine({ numbers, traced, shape, dtype }: Tensor): Engine {
  if (traced) return traced.array.ref;
  const list = numbers!;
  const first = list[0];
  if (list.length === 0) return numpy.zeros([...shape], { dtype: dtype as never });
  if (list.length >= 128 || list.some((x) => !Object.is(x, first)))
    return numpy.array(list, { shape: [...shape], dtype: dtype as never });
  const longer = convert([...list, Object.is(first, 0) ? 1 : 0], dtype);
  const array = numpy.array(longer, { dtype: dtype as never });
  return array.slice([0, list.length]).reshape([...shape]);
}

/** How a trace gets arrays from outside, and what it has to free at its end. */
export interface Inlet {
  capture: Capture;
  release(): void;
}

/**
 * Makes a function of cells into one that the engine can look through: arrays of the engine in, arrays of the
 * engine out, everything made on the way freed.
 */
export function traceable(by: string, f: (args: unknown[]) => unknown, open: (outer: Capture) => Inlet) {
  return (...args: unknown[]): unknown => {
    const outer = current;
    const inlet = open((tensor) => lowerIn(outer, tensor));
    const trace: Trace = { by, open: true, outer, owned: [], capture: inlet.capture };
    current = trace;
    try {
      const wrapped = args.map((arg) => mapLeaves(arg, lift));
      return mapLeaves(f(wrapped), (leaf) => (leaf instanceof Tensor ? lower(leaf) : leaf));
    } finally {
      current = outer;
      trace.open = false;
      for (const array of trace.owned) array.dispose();
      inlet.release();
    }
  };
}

/** Copies each array from outside once. */
export function copying(outer: Capture): Inlet {
  const copies = new Map<Tensor, Engine>();
  return {
    capture(tensor) {
      const copy = copies.get(tensor) ?? outer(tensor);
      copies.set(tensor, copy);
      return copy.ref;
    },
    release() {
      for (const copy of copies.values()) copy.dispose();
    },
  };
}
