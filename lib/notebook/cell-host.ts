import type { ArrayModule } from "./cell-models";
import { openModel, openWeights } from "./cell-models";
import { compareModels } from "./compare-models";
import type { InputControl } from "./control";
import type { Displays } from "./displays";
import { type AnyGenerator, isGenerator } from "./generators";
import type { InputValue } from "./notebook-state";
import { serveDemos } from "./serve-demos";
import type { CallService } from "./services";
import type { CellHost } from "./stdlib";

/** What compiled cells and `stdlib.ts` reach for. */
export interface RunningCellHost extends CellHost {
  /** Shows the value of the last expression, unless there is none; a generator's values one after another. */
  value(value: unknown): void;
}

export interface CellHostParts {
  displays: Displays;
  call: CallService;
  /** The array library, once a kernel. */
  arrays(): Promise<ArrayModule>;
  /** Takes a generator that is to be shown. */
  stream(generator: AnyGenerator): void;
  /** Makes a control, or finds the one the reader has already moved. */
  control(
    spec: InputControl,
    initial: InputValue,
  ): { place: number; value: InputValue; values: AnyGenerator };
}

/** Where a running cell's displays, controls and model calls go. */
export function createCellHost({ displays, call, arrays, stream, control }: CellHostParts): RunningCellHost {
  return {
    display: displays.display,
    show: displays.show,
    value(value) {
      if (isGenerator(value)) stream(value);
      else if (value !== undefined) displays.display(value);
    },
    control(spec, initial) {
      const { place, value, values } = control(spec as InputControl, initial as InputValue);
      displays.show({ kind: "control", control: place, spec, value, initial });
      return values as never;
    },
    model: (name, changes) => openModel({ call, arrays }, name, changes),
    weights: (name) => openWeights({ call, arrays }, name),
    compareModels: (one, other, text) => compareModels(one, other, text, displays),
    runInDemos: (changed) => serveDemos(changed, call),
    arrays,
  };
}
