import { attention } from "../attention";

const words = [
  { word: "red", q: [1, 0], k: [2, 0], v: [10, 0] }, // q: what it looks for
  { word: "ball", q: [1, 1], k: [0, 2], v: [0, 10] }, // k: what it can be found by
  { word: "it", q: [0, 3], k: [1, 1], v: [5, 5] }, // v: what it hands over
];
const [q, k, v] = (["q", "k", "v"] as const).map((name) => words.map((one) => one[name])); // [3, 2] each

const { scores, weights: shares, out } = attention(q, k, v, { causal: false });

const labels = words.map(({ word }) => word);
heatmap(shares, { rowLabels: labels, columnLabels: labels, title: "who takes how much from whom" });
const print = (row: number[]) => row.map((x) => x.toFixed(2)).join(", ");
table(words.map(({ word }, t) => ({ word, "q·k/√2": print(scores[t]), takes: print(out[t]) })));
