import type { numpy } from "@jax-js/jax";
import type { DType, NestedNumbers, Tensor as TensorApi } from "./api";
import { ShapeError, show, sizeOf } from "./shapes";

/** An array of jax-js, or the name of one while jax-js records a function. */
export type Engine = numpy.Array;
export type Numbers = Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** A function being looked through by `grad`, `jit` or `vmap`; see `trace.ts`. */
export interface TraceOf {
  readonly by: string;
  readonly open: boolean;
}

interface Traced {
  array: Engine;
  trace: TraceOf;
}

/**
 * An array of a cell. Outside of `grad`, `jit` and `vmap` its numbers are ordinary JavaScript memory, which the
 * engine borrows for the length of one operation: so nothing has to be freed, by hand or by counting. Inside,
 * it stands for an array that the trace owns and frees.
 *
 * The methods that compute are added by `methods.ts`.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: `methods.ts` keeps what this promises.
export class Tensor {
  readonly shape: number[];
  readonly dtype: DType;
  /** @internal */
  readonly numbers?: Numbers;
  /** @internal */
  readonly traced?: Traced;

  /** @internal */
  constructor(content: { shape: readonly number[]; dtype: DType; numbers?: Numbers; traced?: Traced }) {
    this.shape = [...content.shape];
    this.dtype = content.dtype;
    this.numbers = content.numbers;
    this.traced = content.traced;
    // Not among the properties that a cell's display lists.
    Object.defineProperties(this, { numbers: { enumerable: false }, traced: { enumerable: false } });
  }

  get ndim(): number {
    return this.shape.length;
  }

  get size(): number {
    return sizeOf(this.shape);
  }

  // biome-ignore lint/suspicious/noExplicitAny: as many levels as axes.
  js<Nested = any>(): Nested {
    const flat: NestedNumbers[] = Array.from(readNumbers(this, "js"));
    return nest(this.dtype === "bool" ? flat.map(Boolean) : flat, this.shape) as Nested;
  }

  data(): Numbers {
    return readNumbers(this, "data").slice();
  }

  item(): number {
    if (this.size !== 1)
      throw new ShapeError(
        `item: ${show(this.shape)} holds ${this.size} numbers; item reads a single one. Use js() for all.`,
      );
    return readNumbers(this, "item")[0];
  }

  /** For displays: plain nested numbers. */
  toNested(): NestedNumbers {
    return nest(Array.from(readNumbers(this, "display")), this.shape);
  }

  toJSON(): NestedNumbers {
    return this.js();
  }

  toString(): string {
    return `Tensor ${show(this.shape)} ${this.dtype}`;
  }

  /** `loss + 1` and `loss < 2` read a single number; operators cannot work on arrays. */
  [Symbol.toPrimitive](hint: string): number | string {
    if (hint === "string") return this.numbers && this.ndim === 0 ? String(this.item()) : this.toString();
    if (this.ndim === 0) return readNumbers(this, "reading its number")[0];
    throw new TypeError(
      `Operators like + and * do not work on an array ${show(this.shape)}: write x.add(y), x.mul(y), …`,
    );
  }
}

export interface Tensor extends TensorApi {}

/** The numbers of an array that has them. */
export function readNumbers({ numbers, traced }: Tensor, operation: string): Numbers {
  if (numbers) return numbers;
  const { by, open } = traced!.trace;
  throw new TypeError(
    open
      ? `${operation}: ${by} is looking through your function to see what it computes, so this array has a shape but no numbers yet. Use np.where instead of if, and read numbers outside.`
      : leaked(by),
  );
}

export function leaked(by: string): string {
  return `This array was made inside a function that ${by} looked through, and does not outlive it: return it from the function instead.`;
}

/** Row-major numbers → nested lists, one level an axis. */
function nest(flat: NestedNumbers[], shape: readonly number[]): NestedNumbers {
  if (shape.length === 0) return flat[0];
  return [...shape.slice(1)]
    .reverse()
    .reduce<NestedNumbers[]>(
      (items, size) =>
        Array.from({ length: size === 0 ? 0 : items.length / size }, (_, i) =>
          items.slice(i * size, (i + 1) * size),
        ),
      flat,
    );
}
