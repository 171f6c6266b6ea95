import list from "./onnx/files.json";
import type { Device, EngineName, Place } from "./protocol";

type File = keyof typeof list.files;

/** ONNX Runtime's files in `public/onnx/`, by the device they are for. `scripts/build-onnx.mjs` puts them there. */
export const runtime = {
  list,
  wasm: {
    entry: "ort.wasm.min.mjs",
    glue: "ort-wasm-simd-threaded.mjs",
    binary: "ort-wasm-simd-threaded.wasm",
  },
  webgpu: {
    entry: "ort.jspi.min.mjs",
    glue: "ort-wasm-simd-threaded.jspi.mjs",
    binary: "ort-wasm-simd-threaded.jspi.wasm",
  },
} as const satisfies { list: unknown } & Record<Device, Record<string, File>>;

export function parsePlace(place: Place): { engine: EngineName; device: Device | "auto" } {
  const [, device] = /^onnx-(wasm|webgpu)$/.exec(place) ?? [];
  return device
    ? { engine: "onnx", device: device as Device }
    : { engine: "jax", device: place as Device | "auto" };
}

/** What a place needs besides the model's own files. */
export function runtimeBytes(place: Place): number {
  const { engine, device } = parsePlace(place);
  return engine === "onnx" && device !== "auto" ? list.files[runtime[device].binary].bytes : 0;
}
