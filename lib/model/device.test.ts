import { describe, expect, it } from "vitest";
import { judge } from "./device";

describe("judge", () => {
  it("takes WASM where there is no WebGPU, and says so", () => {
    expect(judge(2, undefined)).toEqual({
      device: "wasm",
      reason: "WebGPU is not available here.",
      probe: { wasm: 2 },
    });
  });

  it("takes WASM when the trip to the GPU alone costs more than a token", () => {
    expect(judge(1.4, 3.1)).toMatchObject({
      device: "wasm",
      reason: expect.stringMatching(/1\.4 ms.*3\.1 ms/),
    });
  });

  it("takes WebGPU when a token on WASM outlasts the trip", () => {
    expect(judge(20, 1)).toMatchObject({ device: "webgpu", probe: { wasm: 20, webgpu: 1 } });
  });
});
