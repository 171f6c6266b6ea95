/**
 * Exercises that diagnose. One folder is one exercise; it is found on disk and listed nowhere else:
 *
 *     lessons/07-temperature/exercises/top-p/
 *       start.ts      what the reader begins with: exports the function, unfinished (it must fail the check)
 *       solution.ts   exports the same function, right
 *       check.ts      exports `check`, made by `defineCheck`
 *       mistakes.ts   exports `mistakes`: wrong versions a reader is likely to write, each with a diagnosis
 *
 * All four may import the lesson's own modules (`../../sampling`), `glassbox` and `glassbox/exercise`.
 *
 * @example check.ts
 *     import { defineCheck } from "glassbox/exercise";
 *     import type { topP } from "./solution";
 *
 *     export const check = defineCheck<typeof topP>({
 *       function: "topP",
 *       parameters: ["probabilities", "p"],
 *       examples: [[[0.5, 0.3, 0.2], 0.6]],
 *       inputs: (random, size) => {
 *         const weights = random.list(size, () => random.uniform(0.01, 1));
 *         const total = weights.reduce((sum, w) => sum + w, 0);
 *         return [weights.map((w) => w / total), random.uniform(0.05, 0.99)];
 *       },
 *       invariants: [{ says: "The kept probabilities must sum to 1.", holds: (kept) => Math.abs(sum(kept) - 1) < 1e-6 }],
 *     });
 *
 * @example mistakes.ts
 *     import type { Mistake } from "glassbox/exercise";
 *     import type { topP } from "./solution";
 *
 *     export const mistakes: Mistake<typeof topP>[] = [
 *       { id: "not-renormalized", says: "What you kept no longer sums to 1: divide by the sum of what is left.",
 *         run: (probabilities, p) => … },
 *     ];
 *
 * The reader sees the smallest failing input that can be found: `inputs` is drawn from again at small sizes,
 * and what `valid` accepts is made smaller step by step.
 *
 * `inputs` should stay clear of knife edges (two tokens exactly as likely, a sum that meets p exactly): any
 * correct code must pass, also code that adds in another order.
 *
 * `lib/notebook/exercises.test.ts` proves for every such folder that the solution passes, the start fails and
 * each mistake is named by its id. The same code runs in the sandbox when the reader presses Check.
 */

import { closeTo } from "./equal";
import type { Random } from "./random";

export type { Random } from "./random";

// biome-ignore lint/suspicious/noExplicitAny: any function at all may be an exercise; `unknown[]` would refuse all of them.
export type AnyFunction = (...args: any[]) => unknown;

export interface Check<F extends AnyFunction = AnyFunction> {
  /** Name under which start.ts and solution.ts export the function. */
  function: string;
  /** Names of the arguments, for the table of a failing case. */
  parameters: string[];
  /**
   * Random arguments. `size` grows from 1 to `maxSize` over the cases: let lengths follow it, so that the
   * smallest failing input is small. Same seed, same inputs, on every machine.
   */
  inputs(random: Random, size: number): Parameters<F>;
  /** Arguments tried before the random ones: edge cases worth naming. */
  examples?: Parameters<F>[];
  /**
   * Whether arguments are an input of this exercise, and clear of knife edges. With it, a failing input is made
   * smaller part by part: lists shorter, numbers rounder. Without it, only more draws of `inputs` are tried.
   */
  valid?(...args: Parameters<F>): boolean;
  /** Is the reader's result as good as the reference's? Default: `closeTo` with `tolerance`. */
  equal?(expected: Awaited<ReturnType<F>>, got: unknown, ...args: Parameters<F>): boolean;
  /** What any right result satisfies; the sentence of the first broken one is shown. */
  invariants?: Invariant<F>[];
  /** Largest difference of two numbers taken as equal. Default 1e-6. */
  tolerance?: number;
  /** Number of random inputs. Default 200. */
  cases?: number;
  /** Largest `size`. Default 12. */
  maxSize?: number;
  /** Default 7. */
  seed?: number;
}

export interface Invariant<F extends AnyFunction = AnyFunction> {
  /** One sentence to the reader: "The probabilities must sum to 1." */
  says: string;
  /** Only called with a result that did not throw; a throw counts as broken. */
  holds(got: Awaited<ReturnType<F>>, ...args: Parameters<F>): boolean;
}

/** A wrong version a reader is likely to write. */
export interface Mistake<F extends AnyFunction = AnyFunction> {
  id: string;
  /** One diagnosing sentence to the reader, shown when the code behaves like `run`. */
  says: string;
  run: F;
}

/** Gives `check` its types: `defineCheck<typeof topP>({ … })`. */
export function defineCheck<F extends AnyFunction>(check: Check<F>): Check<F> {
  return check;
}

export { closeTo };
