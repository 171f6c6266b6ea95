import { projectResidual, readLayer } from "../layer";
import { normal, uniform } from "../random";
import { dot, mean, variance } from "../scale";

const source = uniform(1);
const draw = () => Array.from({ length: 32 }, () => normal(source)); // [32], mean 0, variance 1
const pairs = Array.from({ length: 4000 }, () => [draw(), draw()]);
const w = draw(); // additive attention: w·tanh(q + k)
const additive = (q: number[], k: number[]) => w.reduce((sum, x, i) => sum + x * Math.tanh(q[i] + k[i]), 0);
display({
  "random q·k": variance(pairs.map(([q, k]) => dot(q, k))),
  "random additive": variance(pairs.map(([q, k]) => additive(q, k))),
});

const text =
  "Once upon a time, there was a little girl named Lily. One day, Lily went to the park with her mother.";
const { residual } = await story.trace(text, { residual: true });
const spread = [];
for (const layer of [0, 1, 2, 3]) {
  const { q, k } = projectResidual(residual![layer], await readLayer(story.weights, layer), 4); // [4, T, 32]
  const scores = q.map((head, h) =>
    head.flatMap((query, t) => k[h].slice(0, t + 1).map((key) => dot(query, key))),
  );
  const list = (of: (head: number) => number) => [0, 1, 2, 3].map((h) => of(h).toFixed(1)).join(", ");
  spread.push({
    layer,
    "variance of q": list((h) => variance(q[h].flat())),
    "of k": list((h) => variance(k[h].flat())),
    "of q·k": list((h) => variance(scores[h])),
    "mean of q·k": list((h) => mean(scores[h])),
  });
}
table(spread);
