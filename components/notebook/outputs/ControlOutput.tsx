import type { ControlDisplay } from "@/lib/notebook/display";
import type { InputValue } from "@/lib/notebook/notebook-state";
import { ControlField } from "../inputs/ControlField";

type ControlOutputProps = ControlDisplay & { onTurn?(control: number, value: InputValue): void };

/** A control that a cell made; moving it re-runs the cells that use its name. */
export function ControlOutput({ control, spec, value, initial, onTurn }: ControlOutputProps) {
  return (
    <div data-output="control">
      <ControlField
        name={`control-${control}`}
        spec={spec}
        value={value}
        initial={initial}
        onChange={(next) => onTurn?.(control, next)}
      />
    </div>
  );
}
