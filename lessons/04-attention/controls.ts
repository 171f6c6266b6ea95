import { defineDemo } from "@/lib/controls/controls";
import { opening, widths } from "./presets";
import { stringsFor } from "./strings";
import type { HeadAddress } from "./view";

const words = stringsFor("en");

/** story-1m's, layer by layer. */
const addresses: HeadAddress[] = [0, 1, 2, 3].flatMap((layer) =>
  [0, 1, 2, 3].map((head) => [layer, head] as const),
);
const place = { kind: "number", min: 0, max: 255, step: 1 } as const;

/** "2.0" is head 0 of layer 2. */
export const toAddress = (text: string): HeadAddress => {
  const [layer, head] = text.split(".").map(Number);
  return [layer, head];
};

/** A list of heads as one line of text, and back; what is no head of the model is left out. */
export const toLine = (heads: readonly HeadAddress[]) => heads.map((head) => head.join(".")).join(" ");
export function fromLine(line: string): HeadAddress[] {
  const named = new Set(line.split(/[\s,]+/));
  return addresses.filter((head) => named.has(head.join(".")));
}

export const heads = defineDemo({
  id: "heads",
  title: words.heads.title,
  controls: {
    text: { kind: "text", label: words.text.label, maxLength: 2_000, initial: "" },
    causal: { kind: "switch", label: words.heads.mask, initial: true },
    head: {
      kind: "choice",
      label: words.heads.head,
      options: Object.fromEntries(addresses.map(([l, h]) => [`${l}.${h}`, words.heads.nameOf(l, h)])),
      initial: opening.heads.head.join("."),
    },
    query: { ...place, label: words.heads.queryAt, initial: opening.heads.query },
    key: { ...place, label: words.heads.keyAt, initial: opening.heads.key },
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

export const ablate = defineDemo({
  id: "ablate",
  title: words.ablate.title,
  controls: {
    text: { kind: "text", label: words.text.label, maxLength: 2_000, initial: "" },
    off: { kind: "text", label: words.ablate.offLine, maxLength: 100, initial: toLine(opening.ablate.off) },
  },
});

/** By the tag that shows them. */
export const demos = {
  Ablate: ablate,
  Heads: heads,
  Scale: scale,
};
