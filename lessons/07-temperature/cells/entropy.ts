import { entropy, softmax } from "../sampling";

const sure = await story.logits("Once upon a"); // [2048]

/** Entropy in nats, read as the number of equally likely tokens that would be just as uncertain. */
const choices = (logits: number[], T: number) => Math.exp(entropy(softmax(logits, T)));

const upTo100 = [0, 0.25, 0.5, 0.7, 1, 1.5, 2, 5, 100];
table(
  upTo100.map((T) => ({
    T,
    "choices after upon a": choices(sure, T),
    "after your prompt": choices(open, T),
  })),
);

plot({
  data: upTo100.slice(1).flatMap((T) => [
    { T, choices: choices(sure, T), after: "Once upon a" },
    { T, choices: choices(open, T), after: "your prompt" },
  ]),
  x: { label: "temperature", log: true },
  y: { label: "as many choices as", log: true },
  marks: [
    { mark: "line", x: "T", y: "choices", color: "after" },
    { mark: "dot", x: "T", y: "choices", color: "after" },
  ],
});
