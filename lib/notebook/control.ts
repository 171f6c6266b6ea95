import type { InputValue } from "./notebook-state";

/** A control that a reader can move: what `<Slider …/>` in the text or `input.slider(…)` in a cell asks for. */
export type InputControl =
  | { input: "slider"; label: string; min: number; max: number; step: number }
  | { input: "select"; label: string; options: InputValue[] }
  | { input: "checkbox"; label: string }
  | { input: "text"; label: string; placeholder?: string };

/** Longest text that a reader can put into a box. */
export const longestText = 4_000;

/** Whether a control of this kind can have the value: asked on both sides, of whatever comes from the other. */
export function fits(spec: InputControl, value: unknown): value is InputValue {
  switch (spec.input) {
    case "slider":
      return typeof value === "number" && value >= spec.min && value <= spec.max;
    case "select":
      return spec.options.includes(value as InputValue);
    case "checkbox":
      return typeof value === "boolean";
    case "text":
      return typeof value === "string" && value.length <= longestText;
  }
}
