import { describe, expect, it } from "vitest";
import { checkExercise } from "@/lib/notebook/check-exercise";
import { softmax } from "../../matrix";
import { check } from "./check";
import { mistakes } from "./mistakes";
import * as reference from "./solution";

const verdictOn = (causalWeights: typeof reference.causalWeights) =>
  checkExercise({ candidate: { causalWeights }, reference, check, mistakes });

describe("the check of the causal mask", () => {
  it.each<[string, typeof reference.causalWeights]>([
    ["masks with -1e9", (scores) => scores.map((row, t) => softmax(row.map((x, s) => (s <= t ? x : -1e9))))],
    [
      "zeros after softmax and divides by the sum again",
      (scores) =>
        scores.map((row, t) => {
          const kept = softmax(row).map((weight, s) => (s <= t ? weight : 0));
          const total = kept.reduce((a, b) => a + b, 0);
          return kept.map((weight) => weight / total);
        }),
    ],
    [
      "softmaxes only what is in sight and fills up with zeros",
      (scores) =>
        scores.map((row, t) => [...softmax(row.slice(0, t + 1)), ...Array(row.length - t - 1).fill(0)]),
    ],
  ])("accepts code that %s", async (_, right) => {
    expect(await verdictOn(right)).toMatchObject({ passed: true });
  });
});
