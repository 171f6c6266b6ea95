import { uniform } from "../chance";

const toss = uniform(1);
function round(guesses: number) {
  let right = 0;
  while (right < guesses && toss() < alpha) right++; // the first wrong guess ends the round
  return right + 1; // and the target adds one token
}

table(
  [0, 1, 2, 4, 7, 15].map((guesses) => {
    let sum = 0;
    for (let i = 0; i < 20_000; i++) sum += round(guesses);
    const powers = Array.from({ length: guesses + 1 }, (_, i) => alpha ** i); // 1, α, α², …
    return {
      γ: guesses,
      "tokens a round, tried": sum / 20_000,
      "1 + α + … + α^γ": powers.reduce((a, b) => a + b, 0),
      formula: alpha === 1 ? guesses + 1 : (1 - alpha ** (guesses + 1)) / (1 - alpha),
    };
  }),
);
