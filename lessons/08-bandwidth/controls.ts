import { defineDemo } from "@/lib/controls/controls";
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
  },
});

/** By the tag that shows them. */
export const demos = {
  Bandwidth: defineDemo({ id: "bandwidth", title: words.bandwidth.title, controls: {} }),
  GpuLab: defineDemo({ id: "gpu", title: words.gpu.title, controls: {} }),
  Roofline: roofline,
  Tokens: defineDemo({ id: "tokens", title: words.tokens.title, controls: {} }),
};
