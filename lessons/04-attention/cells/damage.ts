import { gatesWithout, textLoss } from "../damage";

const longer =
  "Once upon a time, there was a little girl named Lily. One day, Lily went to the park with her mother. " +
  'She saw a big red ball. "Can I have the ball?" asked Lily. Her mother smiled. They played all day.';
const intact = await story.trace(longer);
const before = textLoss(intact.logits, intact.tokens); // nats a token

const rises = [0, 1, 2, 3].map(() => [0, 0, 0, 0]); // [L, H]
for (const layer of [0, 1, 2, 3])
  for (const head of [0, 1, 2, 3]) {
    const cut = await story.trace(longer, { heads: gatesWithout([[layer, head]], 4, 4) });
    rises[layer][head] = textLoss(cut.logits, cut.tokens) - before;
  }

display(`loss with all heads: ${before.toFixed(3)} nats a token`);
heatmap(rises, {
  title: "change of the loss when one head is off",
  rowLabels: ["layer 0", "layer 1", "layer 2", "layer 3"],
  columnLabels: ["head 0", "head 1", "head 2", "head 3"],
  scale: "diverging",
});
