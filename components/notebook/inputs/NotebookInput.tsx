"use client";

import type { InputControl } from "@/lib/notebook/control";
import { useInput, useNotebook } from "../NotebookProvider";
import { ControlField } from "./ControlField";

/** An input of the text: what `<Slider>`, `<Select>`, `<Checkbox>` and `<TextInput>` become. */
export function NotebookInput({ name, spec }: { name: string; spec: InputControl }) {
  const notebook = useNotebook();
  const { value, initial } = useInput(name);
  return (
    <ControlField
      name={name}
      spec={spec}
      value={value}
      initial={initial}
      onChange={(next) => notebook.setInput(name, next)}
    />
  );
}
