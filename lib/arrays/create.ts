import type { ArrayOptions, DType, NestedNumbers } from "./api";
import { ShapeError, show, sizeOf } from "./shapes";
import { type Numbers, Tensor } from "./tensor";

/** New arrays, made here in JavaScript: the engine is not needed for them. */

const stores = { float32: Float32Array, int32: Int32Array, uint32: Uint32Array, bool: Int32Array } as const;

export function allocate(dtype: DType, size: number): Numbers {
  const Store = stores[dtype];
  if (!Store)
    throw new TypeError(`There is no dtype "${dtype}"; there is ${Object.keys(stores).join(", ")}.`);
  return new Store(size);
}

export function toTensor(value: unknown, operation: string, options: ArrayOptions = {}): Tensor {
  if (value instanceof Tensor) return value;
  if (ArrayBuffer.isView(value)) return fromTyped(value, operation, options.dtype);
  if (typeof value === "number" || typeof value === "boolean" || Array.isArray(value))
    return fromNested(value as NestedNumbers, operation, options.dtype);
  throw new TypeError(
    `${operation}: expected an array, a number or nested lists of numbers, not ${named(value)}.`,
  );
}

function named(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (value instanceof Promise) return "a promise (write await before it)";
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  return typeof value === "function" ? "a function" : `an ${typeof value}`;
}

function fromTyped(view: ArrayBufferView, operation: string, wanted?: DType): Tensor {
  if (view instanceof DataView) throw new TypeError(`${operation}: a DataView has no numbers of one kind.`);
  const list = view as unknown as ArrayLike<number>;
  const own: DType =
    view instanceof Int32Array ? "int32" : view instanceof Uint32Array ? "uint32" : "float32";
  const dtype = wanted ?? own;
  return new Tensor({ shape: [list.length], dtype, numbers: convert(list, dtype) });
}

/** Numbers of any kind → the store of a dtype: `bool` keeps 0 and 1, whole types cut off fractions. */
export function convert(list: ArrayLike<number>, dtype: DType): Numbers {
  const numbers = allocate(dtype, list.length);
  for (let i = 0; i < list.length; i++) numbers[i] = dtype === "bool" ? Number(list[i] !== 0) : list[i];
  return numbers;
}

function fromNested(values: NestedNumbers, operation: string, wanted?: DType): Tensor {
  const shape = shapeOf(values);
  const flat: (number | boolean)[] = [];
  flatten(values, shape, operation, flat);
  const dtype = wanted ?? (flat.length > 0 && flat.every((x) => typeof x === "boolean") ? "bool" : "float32");
  return new Tensor({ shape, dtype, numbers: convert(flat.map(Number), dtype) });
}

function shapeOf(values: NestedNumbers): number[] {
  const shape: number[] = [];
  for (let at = values; Array.isArray(at); at = at[0]) shape.push(at.length);
  return shape;
}

function flatten(
  values: NestedNumbers,
  shape: readonly number[],
  operation: string,
  into: (number | boolean)[],
): void {
  if (shape.length === 0) {
    if (typeof values === "number" || typeof values === "boolean") into.push(values);
    else throw ragged(operation, `${named(values)} stands where a number is expected`);
    return;
  }
  if (!Array.isArray(values)) throw ragged(operation, "some items are lists, some are not");
  if (values.length !== shape[0])
    throw ragged(operation, `a list of ${values.length} stands beside one of ${shape[0]}`);
  for (const value of values) flatten(value, shape.slice(1), operation, into);
}

function ragged(operation: string, problem: string): ShapeError {
  return new ShapeError(`${operation}: these lists are no array: ${problem}.`);
}

export function filled(
  operation: string,
  wanted: number | readonly number[],
  value: number,
  { dtype = "float32" }: ArrayOptions = {},
): Tensor {
  const shape = checkSizes(operation, wanted);
  return new Tensor({ shape, dtype, numbers: allocate(dtype, sizeOf(shape)).fill(value) });
}

function checkSizes(operation: string, wanted: number | readonly number[]): readonly number[] {
  const shape = typeof wanted === "number" ? [wanted] : wanted;
  if (Array.isArray(shape) && shape.every((size) => Number.isInteger(size) && size >= 0)) return shape;
  const text = Array.isArray(shape) ? show(shape) : String(shape);
  throw new ShapeError(`${operation}: ${text} is no shape; give a list of whole numbers, like [2, 3].`);
}

export function eye(n: number, columns = n, { dtype = "float32" }: ArrayOptions = {}): Tensor {
  const matrix = filled("np.eye", [n, columns], 0, { dtype });
  for (let i = 0; i < Math.min(n, columns); i++) matrix.numbers![i * columns + i] = 1;
  return matrix;
}

export function arange(...args: (number | ArrayOptions | undefined)[]): Tensor {
  const options = args.find((arg): arg is ArrayOptions => typeof arg === "object") ?? {};
  const [first, second, step = 1] = args.filter((arg): arg is number => typeof arg === "number");
  const [start, stop] = second === undefined ? [0, first] : [first, second];
  if (step === 0) throw new RangeError("np.arange: the step is 0, so this never gets anywhere.");
  const dtype = options.dtype ?? ([start, stop, step].every(Number.isInteger) ? "int32" : "float32");
  const length = Math.max(0, Math.ceil((stop - start) / step));
  const list = Array.from({ length }, (_, i) => start + i * step);
  return new Tensor({ shape: [length], dtype, numbers: convert(list, dtype) });
}

export function linspace(start: number, stop: number, count = 50): Tensor {
  const list = Array.from({ length: count }, (_, i) =>
    i === count - 1 ? stop : start + (i * (stop - start)) / (count - 1),
  );
  return new Tensor({ shape: [count], dtype: "float32", numbers: convert(list, "float32") });
}

/** A view of the same numbers: arrays never change, so they may share memory. */
export function reshaped(x: Tensor, shape: readonly number[]): Tensor {
  return new Tensor({ shape, dtype: x.dtype, numbers: x.numbers });
}
