import { z } from "@/lib/zod";
import { fits, type InputControl } from "./control";
import type { InputValue } from "./notebook-state";

/** An input of the text, as its tag describes it. */
export interface InputTag {
  name: string;
  initial: InputValue;
  /** TypeScript type of its value. */
  type: string;
  spec: InputControl;
}

const named = {
  /** What cells call the value. */
  name: z.string().regex(/^[\p{L}_$][\p{L}\p{N}_$]*$/u, "must be a name that code can use"),
  /** What stands beside the control; the name if not given. */
  label: z.string().optional(),
};
const option = z.union([z.string(), z.number()]);

/** Attributes of each tag; what authors may write is described in `lessons/README.md`. */
export const inputTags = {
  Slider: z.strictObject({
    ...named,
    min: z.number(),
    max: z.number(),
    step: z.number().positive(),
    value: z.number(),
  }),
  Select: z.strictObject({ ...named, options: z.array(option).min(1), value: option.optional() }),
  Checkbox: z.strictObject({ ...named, value: z.boolean().optional() }),
  TextInput: z.strictObject({ ...named, value: z.string(), placeholder: z.string().optional() }),
  /** `value`: the place of the chosen token, the first being 0. */
  TokenPicker: z.strictObject({
    ...named,
    model: z.string(),
    text: z.string(),
    value: z.number().int().nonnegative(),
  }),
};

export type InputTagName = keyof typeof inputTags;
export type InputTagProps<Tag extends InputTagName> = z.infer<(typeof inputTags)[Tag]>;

export function isInputTag(tag: string): tag is InputTagName {
  return Object.hasOwn(inputTags, tag);
}

/** Checks the attributes of a tag. `where` stands in errors. */
export function toInput(tag: InputTagName, props: Record<string, unknown>, where: string): InputTag {
  const parsed = inputTags[tag].safeParse(props);
  if (!parsed.success)
    throw new Error(`${where}: <${tag} name="${props.name}">: ${z.prettifyError(parsed.error)}`);
  const input = readTag(tag, parsed.data as never);
  if (!fits(input.spec, input.initial))
    throw new Error(`${where}: <${tag} name="${input.name}"> cannot have the value ${input.initial}.`);
  return input;
}

function readTag(tag: InputTagName, props: never): InputTag {
  const { name, label = name } = props as { name: string; label?: string };
  switch (tag) {
    case "Slider": {
      const { min, max, step, value } = props as InputTagProps<"Slider">;
      return { name, initial: value, type: "number", spec: { input: "slider", label, min, max, step } };
    }
    case "Select": {
      const { options, value = options[0] } = props as InputTagProps<"Select">;
      const type = options.map((one) => JSON.stringify(one)).join(" | ");
      return { name, initial: value, type, spec: { input: "select", label, options } };
    }
    case "Checkbox": {
      const { value = false } = props as InputTagProps<"Checkbox">;
      return { name, initial: value, type: "boolean", spec: { input: "checkbox", label } };
    }
    case "TextInput": {
      const { value, placeholder } = props as InputTagProps<"TextInput">;
      return { name, initial: value, type: "string", spec: { input: "text", label, placeholder } };
    }
    case "TokenPicker": {
      const { value } = props as InputTagProps<"TokenPicker">;
      // How many tokens there are, only the model knows; the component that draws them checks again.
      const spec: InputControl = { input: "slider", label, min: 0, max: Number.MAX_SAFE_INTEGER, step: 1 };
      return { name, initial: value, type: "number", spec };
    }
  }
}
