import type { Mistake } from "glassbox/exercise";
import { addScaled, type Matrix, matmul } from "../../matrix";
import type { loraForward } from "./solution";

type Forward = typeof loraForward;

const scaleSays = (what: string) =>
  `${what}: the change is multiplied by α / r, and r is the number of B's rows.`;

export const mistakes: Mistake<Forward>[] = [
  {
    id: "base-alone",
    says: "The adapter is not in it yet: add (α / r)·x·A·B to x·W.",
    run: (x, W) => matmul(x, W),
  },
  {
    id: "adapter-alone",
    says: "That is the change alone. The frozen weight still does its work: add x·W.",
    run: (x, _W, A, B, alpha) => scaled(matmul(matmul(x, A), B), alpha / B.length),
  },
  { id: "no-scale", says: scaleSays("The change is not scaled"), run: over(() => 1) },
  { id: "alpha-alone", says: scaleSays("You multiplied by α alone"), run: over((alpha) => alpha) },
  { id: "upside-down", says: scaleSays("You used r / α"), run: over((alpha, r) => r / alpha) },
  {
    id: "by-root",
    says: scaleSays("You used α / √r, which is another method (rsLoRA)"),
    run: over((alpha, r) => alpha / Math.sqrt(r)),
  },
  { id: "one-over-r", says: scaleSays("You divided by r and forgot α"), run: over((_alpha, r) => 1 / r) },
  {
    id: "divided-by-in",
    says: scaleSays("You divided by the number of inputs, A's rows"),
    run: (x, W, A, B, alpha) => addScaled(matmul(x, W), matmul(matmul(x, A), B), alpha / A.length),
  },
  {
    id: "all-scaled",
    says: "You scaled the base's output too: only the change is multiplied by α / r.",
    run: (x, W, A, B, alpha) => scaled(addScaled(matmul(x, W), matmul(matmul(x, A), B)), alpha / B.length),
  },
  {
    id: "subtracted",
    says: "The sign is wrong: the change is added.",
    run: over((alpha, r) => -alpha / r),
  },
];

function over(scaleOf: (alpha: number, r: number) => number): Forward {
  return (x, W, A, B, alpha) => addScaled(matmul(x, W), matmul(matmul(x, A), B), scaleOf(alpha, B.length));
}

function scaled(x: Matrix, c: number): Matrix {
  return x.map((row) => row.map((value) => c * value));
}
