import { describe, expect, it } from "vitest";
import { assemble, toText } from "./assemble";
import { kernels, workOf } from "./kernels";

const KiB = 1024;
type Run = (a: number, b: number, c: number, bytes: number, repeats: number) => number;

async function open() {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { instance } = await WebAssembly.instantiate(assemble(Object.values(kernels)), { js: { memory } });
  const floats = new Float32Array(memory.buffer);
  return { floats, run: instance.exports as unknown as Record<keyof typeof kernels, Run> };
}

describe("the timed loops", () => {
  it("are a valid WebAssembly module", () => {
    expect(WebAssembly.validate(assemble(Object.values(kernels)))).toBe(true);
  });

  it("read every number, as often as they are told", async () => {
    const { floats, run } = await open();
    floats.fill(1, 0, 1024);
    expect(run.read(0, 0, 0, 4 * KiB, 1)).toBe(256); // one lane of four
    expect(run.read(0, 0, 0, 4 * KiB, 3)).toBe(768);
  });

  it("copy exactly the bytes asked for", async () => {
    const { floats, run } = await open();
    for (let i = 0; i < 1024; i++) floats[1024 + i] = i;
    run.copy(0, 4 * KiB, 0, 2 * KiB, 1);
    expect([...floats.subarray(0, 512)]).toEqual([...floats.subarray(1024, 1536)]);
    expect(floats[512]).toBe(0);
  });

  it("compute b + 3 c", async () => {
    const { floats, run } = await open();
    for (let i = 0; i < 64; i++) {
      floats[64 + i] = i;
      floats[128 + i] = 2 * i + 1;
    }
    run.triad(0, 256, 512, 256, 2);
    expect([...floats.subarray(0, 64)]).toEqual(Array.from({ length: 64 }, (_, i) => i + 3 * (2 * i + 1)));
  });

  it("multiply and add until every chain settles at 2", async () => {
    const { run } = await open();
    expect(run.multiplyAdd(0, 0, 0, 16 * 100, 1)).toBeCloseTo(12 * 2);
  });

  it("show the text of what runs", () => {
    const text = toText(kernels.read);
    expect(text.split("\n")).toHaveLength(kernels.read.body.length + 2);
    expect(text).toContain("f32x4.add");
    expect(text.match(/^ {4}loop$/m)).not.toBeNull();
  });
});

describe("the work of a pass", () => {
  it("counts bytes as STREAM does: every array once, nothing for cache lines fetched before a write", () => {
    expect(workOf("copy", 100).bytes).toBe(200);
    expect(workOf("triad", 100).bytes).toBe(300);
    expect(workOf("triad", 400).flops).toBe(200);
  });
  it("counts a multiply-add as two operations", () => {
    expect(workOf("multiplyAdd", 16).flops).toBe(12 * 4 * 2);
  });
});
