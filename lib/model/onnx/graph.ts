import { type Bytes, float, join, message, varint } from "./protobuf";

const elements = { float32: 1, int64: 7 } as const;

/** A tensor's sizes; a name stands for one that is known only when the graph runs. */
export type Shape = readonly (number | string)[];
type Attribute = number | string | readonly number[];

/**
 * Writes an ONNX graph, node by node. A value of the graph is known by its name, a string. Field numbers are those of
 * onnx.proto (github.com/onnx/onnx); operators are those of opset 20.
 */
export class Graph {
  private readonly fields: Bytes[] = [];
  private readonly constants = new Set<string>();
  private count = 0;

  /** One operator; returns the name of its output. */
  op(type: string, inputs: readonly string[], attributes: Record<string, Attribute> = {}): string {
    return this.ops(1, type, inputs, attributes)[0];
  }

  /** One operator with several outputs. */
  ops(outputs: number, type: string, inputs: readonly string[], attributes: Record<string, Attribute> = {}) {
    const names = Array.from({ length: outputs }, () => `${type}_${++this.count}`);
    const node = [
      ...inputs.map((name) => message(1, name)),
      ...names.map((name) => message(2, name)),
      message(4, type),
      ...Object.entries(attributes).map(([name, value]) => message(5, toAttribute(name, value))),
    ];
    this.fields.push(message(1, node));
    return names;
  }

  input(name: string, type: keyof typeof elements, shape: Shape): string {
    this.fields.push(message(11, toValueInfo(name, type, shape)));
    return name;
  }

  output(name: string, value: string, shape: Shape): void {
    this.fields.push(message(1, [message(1, value), message(2, name), message(4, "Identity")]));
    this.fields.push(message(12, toValueInfo(name, "float32", shape)));
  }

  /** float32 numbers: `data`, or, left out, those of a file of the same name. */
  weight(name: string, shape: readonly number[], data?: Bytes): string {
    const typed = [...shape.map((size) => varint(1, size)), varint(2, elements.float32)];
    const where = message(13, [message(1, "location"), message(2, name)]);
    return this.constant(name, [...typed, ...(data ? [message(9, data)] : [where, varint(14, 1)])]);
  }

  /** A constant list, `[n]`. */
  ints(...values: number[]): string {
    const bytes = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
    return this.constant(`[${values}]`, [
      varint(1, values.length),
      varint(2, elements.int64),
      message(9, bytes),
    ]);
  }

  int(value: number): string {
    const bytes = new Uint8Array(BigInt64Array.of(BigInt(value)).buffer);
    return this.constant(`${value}`, [varint(2, elements.int64), message(9, bytes)]);
  }

  float(value: number): string {
    const bytes = new Uint8Array(Float32Array.of(value).buffer);
    return this.constant(`${value}f`, [varint(2, elements.float32), message(9, bytes)]);
  }

  /** The whole model, as a file. */
  toBytes(name: string): Bytes {
    const opset = [message(1, ""), varint(2, 20)];
    return join([
      varint(1, 9), // version of the format
      message(2, "glassbox"),
      message(7, [...this.fields, message(2, name)]),
      message(8, opset),
    ]);
  }

  private constant(name: string, tensor: Bytes[]): string {
    if (!this.constants.has(name)) this.fields.push(message(5, [...tensor, message(8, name)]));
    this.constants.add(name);
    return name;
  }
}

function toAttribute(name: string, value: Attribute): Bytes[] {
  const named = message(1, name);
  if (typeof value === "string") return [named, message(4, value), varint(20, 3)];
  if (typeof value !== "number") return [named, ...value.map((x) => varint(8, x)), varint(20, 7)];
  return Number.isInteger(value)
    ? [named, varint(3, value), varint(20, 2)]
    : [named, float(2, value), varint(20, 1)];
}

function toValueInfo(name: string, type: keyof typeof elements, shape: Shape): Bytes[] {
  const sizes = shape.map((size) =>
    message(1, [typeof size === "number" ? varint(1, size) : message(2, size)]),
  );
  return [message(1, name), message(2, [message(1, [varint(1, elements[type]), message(2, sizes)])])];
}
