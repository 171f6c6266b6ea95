import { describe, expect, it } from "vitest";
import { checkExercise, makeInputs } from "@/lib/notebook/check-exercise";
import { penalize, softmax } from "../../sampling";
import { check } from "./check";
import { mistakes } from "./mistakes";
import * as reference from "./solution";
import * as start from "./start";

type RepetitionPenalty = typeof reference.repetitionPenalty;

const verdictOn = (repetitionPenalty: RepetitionPenalty) =>
  checkExercise({ candidate: { repetitionPenalty }, reference, check, mistakes });

/** Right answers written in other ways than the solution. */
const right: Record<string, RepetitionPenalty> = {
  "calls the lesson's penalize": (logits, seen, repetition) =>
    softmax(penalize(logits, seen, { repetition, presence: 0, frequency: 0 })),
  "takes the smaller of quotient and product": (logits, seen, theta) =>
    softmax(logits.map((logit, id) => (seen.includes(id) ? Math.min(logit / theta, logit * theta) : logit))),
  "has a softmax of its own, without subtracting the largest": (logits, seen, theta) => {
    const powers = logits.map((logit, id) =>
      Math.exp(!seen.includes(id) ? logit : logit > 0 ? logit / theta : logit * theta),
    );
    return powers.map((power) => power / powers.reduce((a, b) => a + b, 0));
  },
  "counts zero among the positive logits": (logits, seen, theta) =>
    softmax(
      logits.map((logit, id) => (!seen.includes(id) ? logit : logit >= 0 ? logit / theta : logit * theta)),
    ),
};

describe("the check of the repetition penalty", () => {
  it.each(Object.entries(right))("accepts code that %s", async (_, repetitionPenalty) => {
    expect(await verdictOn(repetitionPenalty)).toMatchObject({ passed: true });
  });

  it.each(mistakes.map((mistake) => [mistake.id, mistake] as const))("names %s", async (id, mistake) => {
    expect(await verdictOn(mistake.run)).toMatchObject({ passed: false, failure: { mistake: { id } } });
  });

  it("tells the start what it does wrong, on an input of one or two tokens", async () => {
    const { failure } = await verdictOn(start.repetitionPenalty);
    expect(failure!.mistake?.id).toBe("divided-once-per-occurrence");
    expect(JSON.parse(failure!.given[0].text).length).toBeLessThanOrEqual(2);
  });

  it("asks about repeats, and about logits of both signs in the text", () => {
    const inputs = makeInputs(check) as Parameters<RepetitionPenalty>[];
    const seen = { repeats: 0, positive: 0, negative: 0 };
    for (const [logits, ids, theta] of inputs) {
      expect(check.valid!(logits, ids, theta)).toBe(true);
      if (new Set(ids).size < ids.length) seen.repeats++;
      if (ids.some((id) => logits[id] > 0)) seen.positive++;
      if (ids.some((id) => logits[id] < 0)) seen.negative++;
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50);
  });
});
