import type { Answer, ProgressRecord } from "./record";
import { isDue, type Review, scheduleReview } from "./review";

/** The wait that a question's guesses have led to. `answers`: oldest first. */
export function reviewOf(answers: readonly Answer[]): Review | undefined {
  return answers.reduce<Review | undefined>(
    (before, { right, at }) => scheduleReview(before, right, at),
    undefined,
  );
}

/** Ids of the questions to ask again, the longest overdue first. */
export function findDueQuestions(records: readonly ProgressRecord[], now: number): string[] {
  return records
    .flatMap((record) => {
      const review = record.kind === "prediction" ? reviewOf(record.answers) : undefined;
      return review && isDue(review, now) ? [{ id: record.id, due: review.due ?? 0 }] : [];
    })
    .sort((a, b) => a.due - b.due)
    .map(({ id }) => id);
}
