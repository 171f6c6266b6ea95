const small = await model("draft");

const guessed: { id: number; text: string }[] = [];
for await (const { id, text } of small.generate(prompt, { temperature: 0, maxTokens: gamma }))
  guessed.push({ id, text });

tokens(
  guessed.map(({ text }) => text),
  { title: `what the small model guesses after “${prompt}”` },
);
