import { defineDemo } from "@/lib/controls/controls";
import { type GpuKernelName, gpuKernels } from "./gpu/kernels";
import { models } from "./models";
import { stringsFor } from "./strings";

const words = stringsFor("en");

const names = Object.fromEntries(Object.entries(models).map(([id, { name }]) => [id, name]));

export const roofline = defineDemo({
  id: "roofline",
  title: words.roofline.title,
  controls: {
    "roofline-model": { kind: "choice", label: words.roofline.model, options: names, initial: "story1m" },
    /** Bytes of one weight. */
    "roofline-weights": {
      kind: "choice",
      label: words.roofline.weights,
      options: { "4": "fp32", "2": "f16", "1": "int8" },
      initial: "4",
    },
    batch: { kind: "number", label: words.roofline.batch, min: 1, max: 256, step: 1, initial: 1 },
    tokens: { kind: "number", label: words.roofline.tokens, min: 1, max: 4096, step: 1, initial: 128 },
    /** Ids of `chips`, with spaces between. */
    beside: {
      kind: "text",
      label: words.roofline.besideLine,
      maxLength: 100,
      initial: "m2ultra rtx4090 h100",
    },
  },
});

const kernels = Object.keys(gpuKernels) as GpuKernelName[];

export const gpu = defineDemo({
  id: "gpu",
  title: words.gpu.title,
  controls: {
    "gpu-kernel": {
      kind: "choice",
      label: words.gpu.kernel,
      options: Object.fromEntries(kernels.map((name) => [name, words.gpu.kernels[name].name])),
      initial: "copy",
    },
  },
});

/** By the tag that shows them. */
export const demos = {
  Bandwidth: defineDemo({ id: "bandwidth", title: words.bandwidth.title, controls: {} }),
  GpuLab: gpu,
  Roofline: roofline,
  Tokens: defineDemo({ id: "tokens", title: words.tokens.title, controls: {} }),
};
