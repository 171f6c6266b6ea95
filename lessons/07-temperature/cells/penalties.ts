import { addBias, penalize, softmax } from "../sampling";

const text = "Tom had a red ball. Ben had a red ball. Mia had a red";
const seen = await story.tokenize(text);
const again = await story.logits(text); // [2048]
const [ball] = await story.tokenize(" ball");

const off = { repetition: 1, presence: 0, frequency: 0 };
const knobs = {
  off: again,
  "repetition 1.2": penalize(again, seen, { ...off, repetition: 1.2 }),
  "presence 1": penalize(again, seen, { ...off, presence: 1 }),
  "frequency 1": penalize(again, seen, { ...off, frequency: 1 }), // " ball" stands in the text twice
  "bias −5": addBias(again, { [ball]: -5 }), // on " ball" alone
};
table(
  Object.entries(knobs).map(([knob, changed]) => {
    return { knob, "logit of ball": changed[ball], probability: softmax(changed)[ball] };
  }),
);
