/**
 * Stands in for `onnxruntime-web/webgpu`, which transformers.js imports (`scripts/build-hub.mjs`): ONNX Runtime as the
 * rest of the site has it, one build for each device. `setRuntime` comes first, transformers.js after it.
 */
import type { Ort } from "../engines/onnx";

export let InferenceSession: Ort["InferenceSession"];
export let Tensor: Ort["Tensor"];
export let env: Ort["env"];

export function setRuntime(ort: Ort): void {
  ({ InferenceSession, Tensor, env } = ort);
}
