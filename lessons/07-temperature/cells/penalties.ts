import { penalize, softmax } from "../sampling";

const text = "Tom had a red ball. Ben had a red ball. Mia had a red";
const seen = await story.tokenize(text);
const again = await story.logits(text); // [2048]
const [ball] = await story.tokenize(" ball");

const off = { repetition: 1, presence: 0, frequency: 0 };
const settings = {
  off,
  "repetition 1.2": { ...off, repetition: 1.2 },
  "presence 1": { ...off, presence: 1 },
  "frequency 1": { ...off, frequency: 1 }, // " ball" stands in the text twice
};
table(
  Object.entries(settings).map(([penalty, setting]) => {
    const penalized = penalize(again, seen, setting); // [2048]
    return { penalty, "logit of ball": penalized[ball], probability: softmax(penalized)[ball] };
  }),
);
