import { defineDemo } from "@/lib/controls/controls";
import { opening, widths } from "./presets";
import { stringsFor } from "./strings";

const words = stringsFor("en");

export const heads = defineDemo({
  id: "heads",
  title: words.heads.title,
  controls: {
    text: { kind: "text", label: words.text.label, maxLength: 2_000, initial: "" },
    causal: { kind: "switch", label: words.heads.mask, initial: true },
  },
});

export const scale = defineDemo({
  id: "scale",
  title: words.scale.title,
  controls: {
    d_k: {
      kind: "choice",
      label: words.scale.slider,
      options: Object.fromEntries(widths.map((width) => [String(width), String(width)])),
      initial: String(opening.scale.d_k),
    },
    seed: { kind: "number", label: "seed", min: 0, max: 999_999, step: 1, initial: opening.scale.seed },
  },
});

/** By the tag that shows them. */
export const demos = {
  Ablate: defineDemo({ id: "ablate", title: words.ablate.title, controls: {} }),
  Heads: heads,
  Scale: scale,
};
