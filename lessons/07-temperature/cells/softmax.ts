import { softmax } from "../sampling";

const words = ["key", "ball", "frog"];
const logits = [2, 1, 0]; // made up for this cell

const powers = logits.map((logit) => Math.exp(logit / T)); // [7.389, 2.718, 1] at T = 1
const total = powers.reduce((sum, power) => sum + power, 0); // 11.107
const byHand = powers.map((power) => power / total); // [0.665, 0.245, 0.090]

const lesson = softmax(logits, T); // the function every demo on this page calls
table(words.map((word, i) => ({ word, logit: logits[i], "by hand": byHand[i], "the lesson's": lesson[i] })));
