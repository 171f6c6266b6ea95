import type { Mistake } from "glassbox/exercise";
import type { bestGamma } from "./solution";

type BestGamma = typeof bestGamma;

/** The γ with the largest speed, where tokens and time are counted in some wrong way. */
function by(speed: (alpha: number, gamma: number, c: number) => number, from = 0): BestGamma {
  return (alpha, c, most) => {
    let best = from;
    for (let gamma = from + 1; gamma <= most; gamma++)
      if (speed(alpha, gamma, c) > speed(alpha, best, c)) best = gamma;
    return best;
  };
}

const powers = (alpha: number, count: number) =>
  Array.from({ length: count }, (_, i) => alpha ** i).reduce((a, b) => a + b, 0);

export const mistakes: Mistake<BestGamma>[] = [
  {
    id: "no-token-of-its-own",
    says: "You count only the accepted guesses, α + α² + … + α^γ. Every round also yields one token of the target's own.",
    run: by((alpha, gamma, c) => (powers(alpha, gamma + 1) - 1) / (gamma * c + 1)),
  },
  {
    id: "one-power-short",
    says: "Your sum ends at α^(γ−1). All γ guesses are kept with probability α^γ, and that round yields γ + 1 tokens.",
    run: by((alpha, gamma, c) => powers(alpha, gamma) / (gamma * c + 1)),
  },
  {
    id: "independent-of-the-first-miss",
    says: "You expect γα guesses to be kept. The first one rejected ends the round, so guess i counts only with probability α^i.",
    run: by((alpha, gamma, c) => (1 + gamma * alpha) / (gamma * c + 1)),
  },
  {
    id: "check-is-free",
    says: "You left out the check: a round takes γc for its guesses and 1 for the target's pass.",
    run: by((alpha, gamma, c) => powers(alpha, gamma + 1) / (gamma * c), 1),
  },
  {
    id: "guesses-are-free",
    says: "You maximize the tokens of a round. More guesses always yield more; divide by the time they take, γc + 1.",
    run: (alpha, _c, most) => (alpha === 0 ? 0 : most),
  },
  {
    id: "never-zero",
    says: "You never return 0. Where a guess costs more than it is likely to save, plain decoding is fastest.",
    run: by((alpha, gamma, c) => powers(alpha, gamma + 1) / (gamma * c + 1), 1),
  },
  {
    id: "not-a-number-at-one",
    says: "At α = 1 the quotient (1 − α^(γ+1)) / (1 − α) is 0/0: add up the powers instead, or treat that case apart.",
    run: by((alpha, gamma, c) => (1 - alpha ** (gamma + 1)) / (1 - alpha) / (gamma * c + 1)),
  },
];
