import { describe, expect, it } from "vitest";
import { type GpuKernel, gpuKernels } from "./kernels";
import { readGroupSize, readWork } from "./read-kernel";

describe("what a kernel says of itself", () => {
  it("is there in every kernel of the page, and fits the dispatch limit of WebGPU", () => {
    for (const { wgsl, constant } of Object.values(gpuKernels) as GpuKernel[]) {
      const { threads, threadPer } = readWork(wgsl);
      for (const value of constant?.values ?? [0]) {
        const group = readGroupSize(wgsl, constant && { name: constant.name, value });
        expect(group).toBeLessThanOrEqual(256);
        expect(group).toBeGreaterThanOrEqual(1);
        // A last launch covers everything on arrays of 64 MiB, or is cut off at the limit.
        expect(threads ?? 2 ** 26 / threadPer!).toBeGreaterThan(group);
      }
    }
  });

  it("the matrices of the tiled product are counted right", () => {
    const n = 256;
    expect(gpuKernels.tile.wgsl).toContain(`N = ${n}u`);
    expect(readWork(gpuKernels.tile.wgsl)).toMatchObject({ threads: n * n, computes: 2 * n });
  });

  it("reads sizes with the constant in them", () => {
    expect(readGroupSize("@workgroup_size(TILE, TILE)", { name: "TILE", value: 8 })).toBe(64);
    expect(readGroupSize("@workgroup_size( 64 )")).toBe(64);
    expect(() => readGroupSize("fn main() {}")).toThrow(/workgroup_size/);
    expect(() => readGroupSize("@workgroup_size(X)")).toThrow(/should hold numbers/);
  });

  it("asks for the line when it is missing, and refuses a book", () => {
    expect(() => readWork("fn main() {}")).toThrow(/@thread-per/);
    expect(() => readWork("x".repeat(30_000))).toThrow(/longer/);
  });
});
