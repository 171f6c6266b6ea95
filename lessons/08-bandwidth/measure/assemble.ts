/**
 * A very small WebAssembly assembler: each instruction is its text and its bytes, so that the program the page
 * shows is the program it runs. Only what `kernels.ts` needs; see the WebAssembly specification, chapter 5.
 */
export type Op = readonly [text: string, ...bytes: number[]];

/** Unsigned and signed numbers in 7-bit groups (LEB128). */
const unsigned = (n: number): number[] => (n < 128 ? [n] : [(n & 127) | 128, ...unsigned(n >>> 7)]);
const signed = (n: number): number[] =>
  n >= -64 && n < 64 ? [n & 127] : [(n & 127) | 128, ...signed(n >> 7)];

const simd = (code: number, ...rest: number[]) => [0xfd, ...unsigned(code), ...rest];
const memory = (offset: number) => [4, ...unsigned(offset)]; // aligned to 2⁴ bytes

export const get = (local: string, index: number): Op => [`local.get $${local}`, 0x20, ...unsigned(index)];
export const set = (local: string, index: number): Op => [`local.set $${local}`, 0x21, ...unsigned(index)];
export const constant = (n: number): Op => [`i32.const ${n}`, 0x41, ...signed(n)];
export const add: Op = ["i32.add", 0x6a];
export const subtract: Op = ["i32.sub", 0x6b];
export const less: Op = ["i32.lt_u", 0x49];
export const loop: Op = ["loop", 0x03, 0x40];
export const again: Op = ["br_if 0", 0x0d, 0];
export const end: Op = ["end", 0x0b];
/** Sixteen bytes: four 32-bit floats at once. */
export const load = (offset: number): Op => [`v128.load offset=${offset}`, ...simd(0, ...memory(offset))];
export const store = (offset: number): Op => [`v128.store offset=${offset}`, ...simd(11, ...memory(offset))];
export const addFloats: Op = ["f32x4.add", ...simd(228)];
export const multiplyFloats: Op = ["f32x4.mul", ...simd(230)];
export const fourFloats = (value: number): Op => {
  const bytes = new Uint8Array(new Float32Array(4).fill(value).buffer);
  return [`v128.const f32x4 ${Array(4).fill(value).join(" ")}`, ...simd(12, ...bytes)];
};
export const firstFloat: Op = ["f32x4.extract_lane 0", ...simd(31, 0)];

export interface Kernel {
  name: string;
  /** Extra 32-bit whole numbers, after the five parameters. */
  integers: number;
  /** Locals of four floats each. */
  vectors: number;
  body: readonly Op[];
}

const [I32, F32, V128] = [0x7f, 0x7d, 0x7b];
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const sized = (bytes: number[]) => [...unsigned(bytes.length), ...bytes];
const section = (id: number, items: number[][]) => [
  id,
  ...sized([...unsigned(items.length), ...items.flat()]),
];

/** A module with one imported memory, `js.memory`, and the kernels: five i32 in, one f32 out. */
export function assemble(kernels: readonly Kernel[]): Uint8Array<ArrayBuffer> {
  const signature = [0x60, 5, I32, I32, I32, I32, I32, 1, F32];
  const code = kernels.map(({ integers, vectors, body }) =>
    sized([2, integers, I32, vectors, V128, ...body.flatMap(([, ...bytes]) => bytes), end[1]]),
  );
  return new Uint8Array([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // "\0asm", version 1
    ...section(1, [signature]),
    ...section(2, [[...sized(ascii("js")), ...sized(ascii("memory")), 2, 0, 0]]),
    ...section(
      3,
      kernels.map(() => [0]),
    ),
    ...section(
      7,
      kernels.map(({ name }, i) => [...sized(ascii(name)), 0, i]),
    ),
    ...section(10, code),
  ]);
}

/** The same kernel as text, one instruction a line, indented by loops. */
export function toText({ name, body }: Kernel): string {
  let depth = 1;
  const lines = body.map((op) => {
    if (op === end) depth--;
    const line = `${"  ".repeat(depth)}${op[0]}`;
    if (op === loop) depth++;
    return line;
  });
  return [`func $${name}`, ...lines, "end"].join("\n");
}
