import type { Ort } from "../engines/onnx";
import { fetchModelFile, type Progress } from "../files";
import { ModelError } from "../language-model";
import { runtime } from "../place";
import type { Device } from "../protocol";

/** Why ONNX Runtime cannot use WebGPU here, or nothing where it can. */
export function whyNoWebGpu(): string | undefined {
  if (!globalThis.navigator?.gpu) return "WebGPU is not available here.";
  if (!("Suspending" in WebAssembly)) return "ONNX Runtime's WebGPU needs JSPI, which this browser lacks.";
  return undefined;
}

/**
 * Fetches the runtime for a device from `folder`, `/onnx/` with the site's base path in front. The WebAssembly is
 * treated as model files are: checked, kept, gone on with after an interruption.
 */
export async function loadRuntime(device: Device, folder: string, onProgress: Progress): Promise<Ort> {
  const { entry, glue, binary } = runtime[device];
  const wasmBinary = await fetchModelFile(undefined, folder, runtime.list, binary, onProgress);
  const ort = await load<Ort>(folder + entry);
  await load(folder + glue); // the runtime's own import of it finds it here, and a failure has a name
  Object.assign(ort.env.wasm, { wasmBinary, wasmPaths: { mjs: toAddress(folder + glue) }, numThreads: 1 });
  return ort;
}

/** A script of the runtime. Next's bundler leaves it alone. */
async function load<Module>(file: string): Promise<Module> {
  try {
    return await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ toAddress(file));
  } catch (error) {
    throw new ModelError(
      "missing",
      `${file} could not be loaded (${(error as Error).message}). Check the connection and try again.`,
      file,
    );
  }
}

function toAddress(file: string): string {
  return new URL(file, location.origin).href;
}
