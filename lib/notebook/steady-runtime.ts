import { Runtime } from "@observablehq/runtime";

/** Shortest time between two recomputations, in milliseconds: a generator's pace, and no worker's only work. */
const pace = 16;

/**
 * Observable's runtime with a clock of its own. The original waits for an animation frame, which a worker
 * behind a hidden frame never gets. Here a change after a rest is taken up at once, and a stream of changes at
 * the pace of a screen.
 */
export class SteadyRuntime extends Runtime {
  private last = Number.NEGATIVE_INFINITY;

  /** `onCompute`: called right before the values of the moment are fixed. */
  constructor(private readonly onCompute: () => void) {
    super({}, (name) => {
      throw new ReferenceError(`${name.slice(1)} is not defined`);
    });
  }

  /** Resolves when every change so far is taken up, and the runs that it made old have ended. */
  async computed(): Promise<void> {
    await this._computing;
  }

  protected override async _computeSoon(): Promise<void> {
    const wait = Math.max(0, this.last + pace - performance.now());
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (this._disposed) return;
    this.last = performance.now();
    this.onCompute();
    await this._computeNow();
  }
}
