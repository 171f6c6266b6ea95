import { fits, type InputControl } from "./control";
import type { InputValue } from "./notebook-state";

interface Control {
  spec: InputControl;
  value: InputValue;
  /** Ends the wait of whoever has read the value and wants the next. */
  changed(): void;
  next: Promise<void>;
}

/**
 * The controls a cell makes with `input.slider(…)` and its like, in the order in which it makes them. They
 * outlive a run: a cell that runs again finds each control as the reader left it.
 */
export class CellControls {
  private controls: Control[] = [];
  private made = 0;

  /** To be called when the cell begins to run. */
  begin(): void {
    this.made = 0;
  }

  /** The next control of this run: its place, and its value, which is the reader's if it had the same shape. */
  make(spec: InputControl, initial: InputValue): { place: number; value: InputValue } {
    const place = this.made++;
    const old = this.controls[place];
    const kept = old && JSON.stringify(old.spec) === JSON.stringify(spec) ? old.value : initial;
    this.controls[place] = wait({ spec, value: kept });
    old?.changed();
    return { place, value: kept };
  }

  /** Sets a control that is there, to a value it can have; anything else is ignored. */
  turn(place: number, value: unknown): void {
    const control = this.controls[place];
    if (!control || !fits(control.spec, value)) return;
    const { changed } = control;
    Object.assign(control, wait({ ...control, value }));
    changed();
  }

  /** Values of a control, from now on; with `once`, the one it has. */
  async *values(place: number, once: boolean): AsyncGenerator<InputValue, void, undefined> {
    const control = this.controls[place];
    while (this.controls[place] === control) {
      const { next, value } = control;
      yield value;
      if (once) return;
      await next;
    }
  }
}

function wait(control: Pick<Control, "spec" | "value">): Control {
  let changed = () => {};
  const next = new Promise<void>((resolve) => {
    changed = resolve;
  });
  return { ...control, changed, next };
}
