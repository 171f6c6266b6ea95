import { softmax, uniform } from "../sampling";

const drawn = uniform(1);
const terms = Array.from({ length: 1024 }, () => Math.fround(drawn() - 0.5)); // float32
const add = (numbers: number[]) => numbers.reduce((sum, term) => Math.fround(sum + term), 0);

const oneByOne = add(terms);
const inTwoHalves = Math.fround(add(terms.slice(0, 512)) + add(terms.slice(512)));
const rival = (oneByOne + inTwoHalves) / 2; // a second token's logit, put there by hand

const orders = { "one by one": oneByOne, "in two halves": inTwoHalves };
table(
  Object.entries(orders).map(([order, logit]) => {
    const [prob] = softmax([logit, rival], 0);
    return { order, logit: String(logit), "wins at T = 0": prob === 1 };
  }),
);
