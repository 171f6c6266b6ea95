import { examples } from "../kinds";

const twin = await model("size-1m");

function lossOf({ logits, tokens }: { logits: number[][]; tokens: number[] }) {
  const logProbabilities = nn.logSoftmax(np.array(logits.slice(0, -1))); // [T, 2048]
  const next = np.array(tokens.slice(1), { dtype: "int32" }).reshape([-1, 1]); // [T, 1]
  return -np.takeAlongAxis(logProbabilities, next, -1).mean().item();
}

const told = examples[kind as keyof typeof examples];
const byCount: { "experts per token": number; loss: number }[] = [];
for (let perToken = 1; perToken <= 8; perToken++)
  byCount.push({
    "experts per token": perToken,
    loss: lossOf(await moe.trace(told, { experts: { perToken } })),
  });
plot({
  title: `nats a token on a text: ${kind}`,
  data: byCount,
  x: { label: "experts per token" },
  y: { label: "nats a token" },
  marks: [
    { mark: "line", x: "experts per token", y: "loss" },
    { mark: "dot", x: "experts per token", y: "loss" },
  ],
});
table(byCount);
display(`the dense twin: ${lossOf(await twin.trace(told)).toFixed(3)}`);
