import { model, plot, table } from "glassbox";
import { entropy, softmax } from "../sampling";

const story = await model("story-1m");
const sure = await story.logits("Once upon a"); // [2048]
const open = await story.logits("Lily opened the box and found a"); // [2048]

/** Entropy in nats, read as the number of equally likely tokens that would be just as uncertain. */
const choices = (logits: number[], T: number) => Math.exp(entropy(softmax(logits, T)));

const temperatures = [0, 0.25, 0.5, 0.7, 1, 1.5, 2, 5, 100];
table(
  temperatures.map((T) => ({
    T,
    "choices after upon a": choices(sure, T),
    "after found a": choices(open, T),
  })),
);

plot({
  data: temperatures.slice(1).flatMap((T) => [
    { T, choices: choices(sure, T), after: "Once upon a" },
    { T, choices: choices(open, T), after: "found a" },
  ]),
  x: { label: "temperature", log: true },
  y: { label: "as many choices as", log: true },
  marks: [
    { mark: "line", x: "T", y: "choices", color: "after" },
    { mark: "dot", x: "T", y: "choices", color: "after" },
  ],
});
