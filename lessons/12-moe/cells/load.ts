import { examples as texts } from "../kinds";
import { balanceLoss, loads } from "../routing";

const choices: number[][] = []; // [all tokens, 8]
const chances: number[][] = [];
const shares: Record<string, string | number>[] = [];
for (const [name, text] of Object.entries(texts)) {
  const traced = await moe.trace(text, { router: true });
  choices.push(...traced.gates![layer]);
  chances.push(...traced.router![layer]);
  const percents = loads(traced.gates![layer]).map((share, e) => [`e${e}`, Math.round(100 * share)]);
  shares.push({ "% of choices in": name, ...Object.fromEntries(percents) });
}
table(shares);
const load = loads(choices); // [8]
bars(
  load.map((share, e) => ({ label: `expert ${e}`, value: share })),
  { title: `load in layer ${layer}, all eight texts` },
);
display(
  `balance loss: ${balanceLoss(choices, chances).toFixed(3)}; even is 1, one expert for all would be 8`,
);
expect(
  load.reduce((a, b) => a + b),
  "the sum of the loads",
).toBeCloseTo(1, 1e-9);
