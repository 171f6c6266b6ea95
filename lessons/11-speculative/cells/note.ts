import { bestGamma, expectedTokens, speedUp } from "../speed";

const assistant = 1 / 3; // three times as fast
table(
  [0.7, 0.75, 0.8, 0.9, 1].map((right) => {
    const best = bestGamma(right, assistant);
    return {
      "right guesses": right,
      "best γ": best,
      "tokens a round": expectedTokens(right, best),
      "times as fast": speedUp(right, best, assistant),
    };
  }),
);

const costs = [1 / 2, 1 / 3, 1 / 6, 1 / 20];
plot({
  title: "times as fast at the best γ, for four costs of a guess",
  data: costs.flatMap((c) =>
    Array.from({ length: 20 }, (_, i) => i / 20).map((right) => ({
      right,
      speed: speedUp(right, bestGamma(right, c), c),
      cost: `c = ${c.toFixed(2)}`,
    })),
  ),
  x: { label: "share of right guesses, α" },
  y: { label: "times as fast" },
  marks: [
    { mark: "line", x: "right", y: "speed", color: "cost" },
    { mark: "rule", y: 2 },
  ],
});
