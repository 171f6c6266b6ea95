import { defineDemo } from "@/lib/controls/controls";
import { examples } from "./kinds";
import { opening, shape } from "./presets";
import { stringsFor } from "./strings";
import type { Address } from "./view";

const words = stringsFor("en");
const numbered = (length: number) =>
  Object.fromEntries(Array.from({ length }, (_, i) => [String(i), String(i)]));

/** Experts as one line of text, "2.5" for expert 5 of layer 2, and back; what is none of the model's is left out. */
export const toLine = (off: readonly Address[]) => off.map((one) => one.join(".")).join(" ");
export function fromLine(line: string): Address[] {
  const named = new Set(line.split(/[\s,]+/));
  const all = Array.from(
    { length: shape.layers * shape.experts },
    (_, i): Address => [Math.floor(i / shape.experts), i % shape.experts],
  );
  const off = all.filter((one) => named.has(one.join(".")));
  // The last expert of a layer stays on.
  return off.filter(([layer, expert]) => {
    const others = off.filter((one) => one[0] === layer);
    return others.length < shape.experts || expert !== shape.experts - 1;
  });
}

export const routes = defineDemo({
  id: "routes",
  title: words.routes.title,
  controls: {
    text: {
      kind: "text",
      label: words.text.label,
      maxLength: 2_000,
      initial: examples[opening.routes.kind],
    },
    at: { kind: "number", label: words.routes.at, min: 0, max: 127, step: 1, initial: opening.routes.at },
  },
});

export const likes = defineDemo({
  id: "likes",
  title: words.likes.title,
  controls: {
    layer: {
      kind: "choice",
      label: words.likes.layer,
      options: numbered(shape.layers),
      initial: opening.likes.layer,
    },
    expert: {
      kind: "choice",
      label: words.likes.expert,
      options: numbered(shape.experts),
      initial: opening.likes.expert,
    },
    "own-text": { kind: "text", label: words.likes.text, maxLength: 2_000, initial: opening.likes.text },
  },
});

export const switches = defineDemo({
  id: "switches",
  title: words.switches.title,
  controls: {
    "per-token": {
      kind: "number",
      label: words.switches.perToken.label,
      min: 1,
      max: shape.experts,
      step: 1,
      initial: shape.perToken,
    },
    off: { kind: "text", label: words.switches.off, maxLength: 200, initial: "" },
    prompt: { kind: "text", label: words.switches.prompt, maxLength: 500, initial: opening.switches.prompt },
  },
});

export const memory = defineDemo({
  id: "memory",
  title: words.memory.title,
  controls: {
    model: { kind: "choice", label: words.memory.model, options: words.memory.models, initial: "mixtral" },
    experts: { kind: "number", label: words.memory.experts.label, min: 1, max: 64, step: 1, initial: 8 },
    active: { kind: "number", label: words.memory.active.label, min: 1, max: 16, step: 1, initial: 2 },
    tokens: { kind: "number", label: words.memory.tokens.label, min: 1, max: 64, step: 1, initial: 1 },
  },
});

/** By the tag that shows them. */
export const demos = { Routes: routes, Likes: likes, Switches: switches, Memory: memory };
