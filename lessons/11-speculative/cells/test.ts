import { seeded } from "../chance";
import { chiSquare } from "../chi-square";

const chance = seeded(seed);
const draws = 10_000;

function draw(corrected: number[]) {
  const x = chance.draw(q);
  return chance.happens(keep[x]) ? x : chance.draw(corrected);
}

const corrections = { "the residual": instead, "p again": p, "q again": q };
table(
  Object.entries(corrections).map(([name, corrected]) => {
    const counts = p.map(() => 0); // [2048]
    for (let i = 0; i < draws; i++) counts[draw(corrected)]++;
    const { statistic, freedom, pValue } = chiSquare(counts, p);
    return { "after a rejection, draw from": name, "χ²": statistic, freedom, "p-value": pValue };
  }),
);
