import { expect, test } from "vitest";
import { reuseKernelInstances } from "./kernel-instances";

/** `(module (import "env" "memory" (memory 1)) (func (export "kernel") (result i32) i32.const 0 i32.load))` */
const kernel = new WebAssembly.Module(
  Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...[1, 5, 1, 0x60, 0, 1, 0x7f],
    ...[2, 15, 1, 3, 0x65, 0x6e, 0x76, 6, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 2, 0, 1],
    ...[3, 2, 1, 0],
    ...[7, 10, 1, 6, 0x6b, 0x65, 0x72, 0x6e, 0x65, 0x6c, 0, 0],
    ...[10, 9, 1, 7, 0, 0x41, 0, 0x28, 2, 0, 0x0b],
  ]),
);

test("a kernel has one instance for each memory, and reads that memory", () => {
  const wasm = { Instance: WebAssembly.Instance };
  reuseKernelInstances(wasm);
  const of = (memory: WebAssembly.Memory) => new wasm.Instance(kernel, { env: { memory } });
  const [first, second] = [1, 2].map((value) => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    new Int32Array(memory.buffer)[0] = value;
    return memory;
  });
  expect(of(first)).toBe(of(first));
  expect(of(second)).not.toBe(of(first));
  const read = (memory: WebAssembly.Memory) => (of(memory).exports.kernel as () => number)();
  expect([read(first), read(second), read(first)]).toEqual([1, 2, 1]);
});

test("a module that is given more than a memory is instantiated anew", () => {
  const wasm = { Instance: WebAssembly.Instance };
  reuseKernelInstances(wasm);
  const env = { memory: new WebAssembly.Memory({ initial: 1 }), log: () => {} };
  expect(new wasm.Instance(kernel, { env })).not.toBe(new wasm.Instance(kernel, { env }));
});

test("asking twice wraps once", () => {
  const wasm = { Instance: WebAssembly.Instance };
  reuseKernelInstances(wasm);
  const once = wasm.Instance;
  reuseKernelInstances(wasm);
  expect(wasm.Instance).toBe(once);
});
