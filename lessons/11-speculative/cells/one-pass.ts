const big = await model("base");
const whole = prompt + guessed.map(({ text }) => text).join("");
const ids = await big.tokenize(whole);
expect(ids.slice(ids.length - guessed.length), "the guesses, read back").toEqual(guessed.map(({ id }) => id));

const pass = await big.allLogits(whole); // [T + 1, 2048], one pass
const judging = pass.slice(pass.length - 1 - guessed.length); // [γ + 1, 2048]

const stepwise: number[][] = []; // the same places, one pass each
let soFar = prompt;
for (const { text } of [...guessed, { text: "" }]) {
  stepwise.push(await big.logits(soFar));
  soFar += text;
}
expect(judging, "one pass over all guesses").toBeCloseTo(stepwise);

const favorites = judging.map((row) => row.indexOf(Math.max(...row))); // [γ + 1]
const favoriteTexts = await big.tokenTexts(favorites);
table(
  favoriteTexts.map((favorite, i) => ({
    guess: guessed[i]?.text ?? "(none left)",
    "base would write": favorite,
    same: favorites[i] === guessed[i]?.id,
  })),
);
