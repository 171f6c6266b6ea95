let added = "";
let [passes, count] = [0, 0];
while (count < 24) {
  const guesses = [];
  for await (const token of small.generate(prompt + added, { temperature: 0, maxTokens: gamma }))
    guesses.push(token);
  const read = await big.allLogits(prompt + added + guesses.map(({ text }) => text).join(""));
  passes++;
  const best = read.slice(read.length - 1 - guesses.length).map((row) => row.indexOf(Math.max(...row)));

  let right = 0;
  while (right < guesses.length && guesses[right].id === best[right]) right++;
  const kept = best.slice(0, right + 1); // the right guesses are base's favorites, and then comes one more
  count += kept.length;
  added += (await big.tokenTexts(kept.filter((id) => id !== 0))).join("");
  if (kept.includes(0)) break; // the end of the text
}

let alone = "";
for await (const { text } of big.generate(prompt, { temperature: 0, maxTokens: count })) alone += text;
expect(added, "the text in rounds").toBe(alone);
display(`${count} tokens in ${passes} passes of base: “${added}”`);
