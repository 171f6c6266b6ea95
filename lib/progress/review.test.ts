import { describe, expect, it } from "vitest";
import { isDue, type Review, scheduleReview } from "./review";

const day = 86_400_000;
const now = 1_000 * day;

/** Days until the next question after each guess, every guess made when it is due. */
function waits(guesses: boolean[]): (number | undefined)[] {
  let [review, at]: [Review | undefined, number] = [undefined, now];
  return guesses.map((right) => {
    review = scheduleReview(review, right, at);
    const wait = review.due === undefined ? undefined : (review.due - at) / day;
    at = review.due ?? at;
    return wait;
  });
}

describe("a review", () => {
  it("comes later each time the guess is right, and in the end not at all", () => {
    expect(waits([false, true, true, true, true])).toEqual([1, 3, 7, 21, undefined]);
    expect(waits([true, true, true, true])).toEqual([3, 7, 21, undefined]);
  });

  it("begins again after a miss", () => {
    expect(waits([true, true, false, true])).toEqual([3, 7, 1, 3]);
  });

  it("is not put off by guessing right too early, but is drawn near by a miss", () => {
    const review = scheduleReview(undefined, true, now);
    expect(scheduleReview(review, true, now + day)).toEqual(review);
    expect(scheduleReview(review, false, now + day).due).toBe(now + 2 * day);
  });

  it("is due from its hour on", () => {
    const review = scheduleReview(undefined, false, now);
    expect([isDue(review, now + day - 1), isDue(review, now + day)]).toEqual([false, true]);
    expect(isDue({ step: 4 }, now * 9)).toBe(false);
  });
});
