/** The part of Observable's runtime that `dataflow.ts` uses; the package has no types of its own. */
declare module "@observablehq/runtime" {
  export interface Observer {
    pending?(): void;
    fulfilled?(value: unknown, name: string | null): void;
    rejected?(error: unknown, name: string | null): void;
  }

  export interface Variable {
    define(name: string | null, inputs: string[], definition: (...inputs: never[]) => unknown): this;
    define(inputs: string[], definition: (...inputs: never[]) => unknown): this;
    delete(): this;
  }

  export interface Module {
    variable(observer?: Observer): Variable;
  }

  export class Runtime {
    constructor(builtins?: Record<string, unknown>, global?: (name: string) => unknown);
    module(): Module;
    dispose(): void;
    /** Whether `dispose` was called. */
    protected readonly _disposed: boolean;
    /** The computation that is to come, if any. */
    protected readonly _computing: Promise<void> | null;
    /** Waits for the next moment at which values may change, then calls `_computeNow`. */
    protected _computeSoon(): Promise<void>;
    protected _computeNow(): Promise<void>;
  }

  /** What a variable is rejected with when one of its inputs was. */
  export class RuntimeError extends Error {
    /** Name of that input. */
    readonly input?: string;
  }
}
