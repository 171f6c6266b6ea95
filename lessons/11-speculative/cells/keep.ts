import { softmax } from "../speculative";

const p = softmax(await big.logits(prompt)); // [2048], what base would draw from
const q = softmax(await small.logits(prompt)); // [2048], what the draft draws from

const keep = p.map((prob, x) => Math.min(1, prob / q[x])); // [2048]
const missing = p.map((prob, x) => Math.max(0, prob - q[x])); // [2048]
const rejected = missing.reduce((sum, prob) => sum + prob, 0);
const instead = missing.map((prob) => prob / rejected); // [2048], the residual distribution

const comesOut = q.map((prob, x) => prob * keep[x] + rejected * instead[x]); // [2048]
expect(comesOut, "what comes out").toBeCloseTo(p, 1e-9);

const likely = p.map((_, x) => x).sort((a, b) => p[b] - p[a]).slice(0, 8); // biome-ignore format: one line
const likelyTexts = await big.tokenTexts(likely);
table(
  likely.map((x, i) => ({
    token: likelyTexts[i],
    p: p[x],
    q: q[x],
    kept: keep[x],
    residual: instead[x],
    "comes out": comesOut[x],
  })),
);
display(`A guess is kept ${(100 * (1 - rejected)).toFixed(1)}% of the time here.`);
