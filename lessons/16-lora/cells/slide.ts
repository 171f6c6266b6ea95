import { rowsLoss } from "../loss";

const told = {
  "a pirate's story":
    "Th' sun was still asleep when Will walked to th' river. It was Tom's birthday, an' Will wanted to give him something.",
  "a plain story":
    "The sun was still asleep when Will walked to the river. It was Tom's birthday, and Will wanted to give him something.",
};
const slid: { strength: number; text: string; loss: number }[] = [];
for (const strength of [-1, -0.5, 0, 0.5, 1, 1.5, 2]) {
  const sign = strength < 0 ? "-" : "+";
  const slidModel = await model(`base ${sign} ${Math.abs(strength)} pirate`);
  for (const [text, words] of Object.entries(told)) {
    const read = await slidModel.trace(words);
    slid.push({ strength, text, loss: rowsLoss(read.logits, read.tokens) });
  }
}
plot({
  data: slid,
  marks: [{ mark: "line", x: "strength", y: "loss", color: "text" }],
  y: { label: "nats a token" },
});
table(slid.map((row) => ({ ...row, loss: Number(row.loss.toFixed(3)) })));
