/** As much of Protocol Buffers' encoding as an ONNX graph takes: protobuf.dev/programming-guides/encoding. */

export type Bytes = Uint8Array<ArrayBuffer>;

/** A field of wire type 0. `value` is a whole number; negative ones take ten bytes, as the format has it. */
export function varint(field: number, value: number): Bytes {
  return Uint8Array.from([...digits(BigInt(field) << 3n), ...digits(BigInt.asUintN(64, BigInt(value)))]);
}

/** A field of wire type 2: a text, bytes, or a message, which is its fields one after another. */
export function message(field: number, content: string | Bytes | readonly Bytes[]): Bytes {
  const body =
    typeof content === "string"
      ? new TextEncoder().encode(content)
      : content instanceof Uint8Array
        ? content
        : join(content);
  return join([
    Uint8Array.from([...digits((BigInt(field) << 3n) | 2n), ...digits(BigInt(body.length))]),
    body,
  ]);
}

/** A field of wire type 5. */
export function float(field: number, value: number): Bytes {
  return join([
    Uint8Array.from(digits((BigInt(field) << 3n) | 5n)),
    new Uint8Array(new Float32Array([value]).buffer),
  ]);
}

export function join(parts: readonly Bytes[]): Bytes {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Seven bits a byte, the lowest first; all but the last carry the eighth. */
function digits(value: bigint): number[] {
  const bytes: number[] = [];
  for (; value > 127n; value >>= 7n) bytes.push(Number(value & 127n) | 128);
  return [...bytes, Number(value)];
}
