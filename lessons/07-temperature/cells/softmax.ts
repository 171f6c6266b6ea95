import { table } from "glassbox";
import { softmax } from "../sampling";

const words = ["key", "ball", "frog"];
const logits = [2, 1, 0]; // made up for this cell

const weights = logits.map((logit) => Math.exp(logit)); // [7.389, 2.718, 1]
const total = weights.reduce((sum, weight) => sum + weight, 0); // 11.107
const probs = weights.map((weight) => weight / total); // [0.665, 0.245, 0.090]

const lesson = softmax(logits); // the function every demo on this page calls
table(words.map((word, i) => ({ word, logit: logits[i], "by hand": probs[i], "the lesson's": lesson[i] })));
