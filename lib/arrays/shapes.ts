/**
 * Shape rules, and errors that state the operation, the shapes and the likely remedy. Pure: shapes in, shape
 * or ShapeError out.
 */

export type Shape = readonly number[];

export class ShapeError extends Error {
  override readonly name = "ShapeError";
}

/** `[8, 64]` → "(8, 64)" */
export function show(shape: Shape): string {
  return `(${shape.join(", ")})`;
}

export function sizeOf(shape: Shape): number {
  return shape.reduce((a, b) => a * b, 1);
}

/** The axis from the front, -1 being the last. */
export function checkAxis(operation: string, axis: number, shape: Shape): number {
  const { length } = shape;
  if (Number.isInteger(axis) && axis >= -length && axis < length) return axis < 0 ? axis + length : axis;
  throw new ShapeError(`${operation}: there is no axis ${axis} in ${show(shape)}; ${axesOf(shape)}.`);
}

function axesOf({ length }: Shape): string {
  if (length === 0) return "a single number has no axes";
  if (length === 1) return "it has only axis 0, which is also -1";
  const range = length === 2 ? "0 and 1" : `0 to ${length - 1}`;
  return `its axes are ${range}, or -1 back to -${length}`;
}

/** Shape of the two arrays (or more) stretched to each other. */
export function broadcast(operation: string, ...shapes: Shape[]): number[] {
  return shapes.reduce<number[]>((so, shape) => broadcastTwo(operation, so, shape), []);
}

function broadcastTwo(operation: string, a: Shape, b: Shape): number[] {
  const length = Math.max(a.length, b.length);
  return Array.from({ length }, (_, i) => {
    const fromEnd = length - i;
    const [left, right] = [a.at(-fromEnd) ?? 1, b.at(-fromEnd) ?? 1];
    if (left === right || left === 1 || right === 1) return left === 1 ? right : left;
    throw new ShapeError(
      `${operation}: ${show(a)} and ${show(b)} do not fit together: counted from the end, axis -${fromEnd} has ` +
        `size ${left} in one and ${right} in the other, and sizes must be equal or 1.${columnHint(a, b)}`,
    );
  });
}

/** `(8, 64)` and `(8)`: the rows were meant. */
function columnHint(a: Shape, b: Shape): string {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const lead = long.slice(0, short.length);
  if (short.length === 0 || short.length === long.length || lead.some((size, i) => size !== short[i])) {
    const turned = [...short].reverse();
    const fits = short.length === 2 && long.length === 2 && turned.every((size, i) => size === long[i]);
    return fits ? " Did you mean the transpose?" : "";
  }
  const column = [...short, ...Array<number>(long.length - short.length).fill(1)];
  return ` To line up with the first ${short.length === 1 ? "axis" : "axes"}, reshape ${show(short)} to ${show(column)}.`;
}

/** Shape of `[…, n, m] · […, m, k]`; a one-axis array is a row on the left and a column on the right. */
export function checkMatmul(operation: string, a: Shape, b: Shape): number[] {
  const product = `${operation}: ${show(a)} · ${show(b)}`;
  if (a.length === 0 || b.length === 0)
    throw new ShapeError(`${product}: one side is a single number; to scale an array, use multiply.`);
  const inner = a[a.length - 1];
  const other = b.length === 1 ? b[0] : b[b.length - 2];
  if (inner !== other) throw new ShapeError(`${product}: ${innerProblem(a, b, inner, other)}`);
  const batch = (shape: Shape) => shape.slice(0, -2);
  const rows = a.length === 1 ? [] : [a[a.length - 2]];
  const columns = b.length === 1 ? [] : [b[b.length - 1]];
  return [...broadcast(`${product}, batch axes`, batch(a), batch(b)), ...rows, ...columns];
}

function innerProblem(a: Shape, b: Shape, inner: number, other: number): string {
  const differ = `inner sizes ${inner} and ${other} differ;`;
  const turnedRight = b.length > 1 && b[b.length - 1] === inner;
  const turnedLeft = a.length > 1 && a[a.length - 2] === other;
  if (turnedRight || turnedLeft) return `${differ} did you mean the transpose?`;
  return `${differ} the last axis of the first must be as long as the last but one of the second.`;
}

/** The new shape, with its -1 worked out. */
export function checkReshape(operation: string, from: Shape, to: Shape): number[] {
  const total = sizeOf(from);
  const problem = (text: string) =>
    new ShapeError(`${operation}: ${show(from)} cannot become ${show(to)}: ${text}.`);
  const open = to.filter((size) => size === -1).length;
  if (open > 1) throw problem("only one size may be -1");
  if (to.some((size) => !Number.isInteger(size) || size < -1))
    throw problem("sizes are whole numbers from 0 up");
  const known = to.filter((size) => size !== -1).reduce((a, b) => a * b, 1);
  if (open === 0 && known !== total)
    throw problem(`it has ${total} numbers, and the new shape needs ${known}`);
  if (open === 1 && (known === 0 || total % known !== 0))
    throw problem(`its ${total} numbers cannot be divided by ${known}`);
  return to.map((size) => (size === -1 ? total / known : size));
}

export function checkOrder(operation: string, order: Shape, shape: Shape): void {
  const axes = order.map((axis) => checkAxis(operation, axis, shape));
  if (axes.length === shape.length && new Set(axes).size === axes.length) return;
  throw new ShapeError(
    `${operation}: the order ${show(order)} must name each of the ${shape.length} axes of ${show(shape)} once.`,
  );
}

export function checkConcatenate(operation: string, shapes: readonly Shape[], axis: number): number {
  if (shapes.length === 0) throw new ShapeError(`${operation}: give at least one array.`);
  const [first] = shapes;
  if (first.length === 0)
    throw new ShapeError(`${operation}: single numbers have no axis to join along; use np.stack.`);
  const along = checkAxis(operation, axis, first);
  for (const shape of shapes) {
    const place = first.findIndex((size, i) => i !== along && size !== shape[i]);
    if (shape.length === first.length && place < 0) continue;
    throw new ShapeError(`${operation}: ${concatenateProblem(first, shape, along, place)}`);
  }
  return along;
}

function concatenateProblem(first: Shape, shape: Shape, along: number, place: number): string {
  const pair = `${show(first)} and ${show(shape)}`;
  if (shape.length !== first.length) return `${pair} have different numbers of axes.`;
  const others = first.map((_, i) => i).filter((i) => i !== place);
  const wouldFit = others.every((i) => first[i] === shape[i]);
  const hint = wouldFit ? ` Did you mean axis ${place}?` : "";
  return `${pair} cannot be joined along axis ${along}: axis ${place} has size ${first[place]} in one and ${shape[place]} in the other.${hint}`;
}

export function checkStack(operation: string, shapes: readonly Shape[]): void {
  if (shapes.length === 0) throw new ShapeError(`${operation}: give at least one array.`);
  const odd = shapes.find((shape) => show(shape) !== show(shapes[0]));
  if (odd)
    throw new ShapeError(
      `${operation}: all arrays must have one shape, but ${show(shapes[0])} and ${show(odd)} differ.`,
    );
}

export function checkSplit(operation: string, shape: Shape, parts: number | Shape, axis: number): void {
  const size = shape[checkAxis(operation, axis, shape)];
  if (typeof parts === "number" && size % parts !== 0)
    throw new ShapeError(
      `${operation}: axis ${axis} of ${show(shape)} has size ${size}, not a multiple of ${parts}.`,
    );
}

export function checkSqueeze(operation: string, shape: Shape, axis: number): void {
  const place = checkAxis(operation, axis, shape);
  if (shape[place] !== 1)
    throw new ShapeError(
      `${operation}: axis ${axis} of ${show(shape)} has size ${shape[place]}; only size 1 can go.`,
    );
}

/** The place from the front; `x[-1]` is the last. */
export function checkIndex(operation: string, index: number, shape: Shape, axis: number): number {
  const size = shape[axis];
  if (Number.isInteger(index) && index >= -size && index < size) return index < 0 ? index + size : index;
  const range = size === 0 ? "it is empty" : `it has places 0 to ${size - 1}, or -1 back to -${size}`;
  throw new ShapeError(
    `${operation}: index ${index} is out of range for axis ${axis} of ${show(shape)}; ${range}.`,
  );
}
