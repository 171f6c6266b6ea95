import type { Chance } from "./speculative";

/**
 * Runs a program under every course that chance can take, and gives each outcome's exact probability. For proofs on
 * small vocabularies: nothing is sampled.
 */
export async function enumerate<Outcome extends string>(
  run: (chance: Chance) => Promise<Outcome> | Outcome,
): Promise<Map<Outcome, number>> {
  const found = new Map<Outcome, number>();
  const open: number[][] = [[]]; // choices made so far, one list a course
  while (open.length > 0) {
    const course = open.pop()!;
    let [step, weight] = [0, 1];
    /** Takes the choice that this course has come for, or the first and leaves the others for later. */
    const choose = (probs: readonly number[]): number => {
      if (step === course.length) {
        const possible = probs.flatMap((prob, i) => (prob > 0 ? [i] : []));
        for (const other of possible.slice(1)) open.push([...course, other]);
        course.push(possible[0]);
      }
      const choice = course[step++];
      weight *= probs[choice];
      return choice;
    };
    const chance: Chance = {
      happens(probability) {
        const yes = Math.min(1, probability);
        return choose([1 - yes, yes]) === 1;
      },
      draw: choose,
    };
    const outcome = await run(chance);
    found.set(outcome, (found.get(outcome) ?? 0) + weight);
  }
  return found;
}
