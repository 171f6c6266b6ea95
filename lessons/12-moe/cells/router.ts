import { gate, softmax } from "../routing";

const moe = await model("moe");
const moeWeights = await weights("moe");
const inLayer = (name: string) => moeWeights[`h.${layer}.${name}`];

// With the experts of this layer left out, the stream behind it is the one that its router reads.
const parts = [0, 1, 2, 3].map((l) => [1, l === layer ? 0 : 1]); // [4, 2]: attention, experts
const asking = await moe.trace(sentence, { residual: true, parts });
const before = np.array(asking.residual![layer + 1]); // [T, 128]

const centered = before.sub(before.mean(-1, { keepdims: true })); // [T, 128]
const deviation = centered.square().mean(-1, { keepdims: true }).add(1e-5).sqrt(); // [T, 1]
const asked = centered.div(deviation).mul(inLayer("ln_2.weight")).add(inLayer("ln_2.bias")); // [T, 128]

const scores: number[][] = asked.matmul(inLayer("moe.router.weight")).js(); // [T, 8]
const gates = scores.map((row) => gate(row, 2)); // [T, 8]

const names = ["start", ...(await moe.tokenTexts(asking.tokens.slice(1)))];
const experts = [0, 1, 2, 3, 4, 5, 6, 7];
heatmap(gates, { rowLabels: names, columnLabels: experts.map(String), title: `gates of layer ${layer}` });

const read = await moe.trace(sentence, { residual: true, router: true });
expect(scores.map(softmax), "the router's probabilities").toBeCloseTo(read.router![layer]);
expect(gates, "the gates").toBeCloseTo(read.gates![layer]);
