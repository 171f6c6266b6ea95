import { describe, expect, it } from "vitest";
import { dequantize } from "./quantization";
import { readSafetensors } from "./safetensors";

function write(header: object, data: Uint8Array): ArrayBuffer {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const file = new Uint8Array(8 + json.length + data.length);
  new DataView(file.buffer).setBigUint64(0, BigInt(json.length), true);
  file.set(json, 8);
  file.set(data, 8 + json.length);
  return file.buffer;
}

describe("readSafetensors", () => {
  it("reads tensors and metadata, wherever the header's length puts them", () => {
    const floats = new Uint8Array(new Float32Array([1.5, -2]).buffer);
    const file = write(
      {
        __metadata__: { from: "test" },
        q: { dtype: "I8", shape: [3], data_offsets: [0, 3] },
        x: { dtype: "F32", shape: [1, 2], data_offsets: [3, 11] },
      },
      new Uint8Array([255, 0, 7, ...floats]),
    );
    const { tensors, metadata } = readSafetensors(file);
    expect(metadata).toEqual({ from: "test" });
    expect(tensors.q).toEqual({ dtype: "I8", shape: [3], data: new Int8Array([-1, 0, 7]) });
    expect(tensors.x).toEqual({ dtype: "F32", shape: [1, 2], data: new Float32Array([1.5, -2]) });
  });

  it("names a type it cannot read", () => {
    const file = write({ w: { dtype: "BF16", shape: [1], data_offsets: [0, 2] } }, new Uint8Array(2));
    expect(() => readSafetensors(file)).toThrow("Tensor w has type BF16");
  });

  it("refuses a file cut off in its header", () => {
    const file = write({ w: { dtype: "F32", shape: [1], data_offsets: [0, 4] } }, new Uint8Array(4));
    expect(() => readSafetensors(file.slice(0, 20))).toThrow("cut off");
    expect(() => readSafetensors(new ArrayBuffer(3))).toThrow("cut off");
  });
});

describe("dequantize", () => {
  const q = { dtype: "I8", shape: [2, 3], data: new Int8Array([1, 2, 3, -4, 5, -6]) };
  const scale = (shape: number[], values: number[]) => ({
    dtype: "F32",
    shape,
    data: new Float32Array(values),
  });

  it("scales each output column of a weight", () => {
    const { w } = dequantize({ w: q, "w.scale": scale([1, 3], [1, 10, 100]) });
    expect(Array.from(w.data)).toEqual([1, 20, 300, -4, 50, -600]);
  });

  it("scales each row of an embedding", () => {
    const { w } = dequantize({ w: q, "w.scale": scale([2, 1], [1, 10]) });
    expect(Array.from(w.data)).toEqual([1, 2, 3, -40, 50, -60]);
  });

  it("passes float32 through and drops the scales", () => {
    const b = scale([2], [1, 2]);
    expect(dequantize({ w: q, "w.scale": scale([2, 1], [1, 1]), b })).toMatchObject({ b });
    expect(Object.keys(dequantize({ w: q, "w.scale": scale([2, 1], [1, 1]), b }))).toEqual(["w", "b"]);
  });
});
