import { quantile } from "../statistics";

const story = await model("story-1m");
const sentence = "Once upon a time, there was a little girl. She had a red ball. ";

/** Milliseconds to read a text of about this many tokens, the middle of three tries. */
async function timeToRead(text: string): Promise<number> {
  await story.logits(text); // the first time, a program is compiled for this length
  const times: number[] = [];
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    await story.logits(text);
    times.push(performance.now() - start);
  }
  return quantile(times, 0.5);
}

const readings = [];
for (const repeats of [1, 3, 7, 14]) {
  const text = sentence.repeat(repeats);
  const tokens = (await story.tokenize(text)).length;
  const milliseconds = await timeToRead(text);
  readings.push({ tokens, "ms where this ran": milliseconds, "ms a token": milliseconds / tokens });
}
table(readings);
