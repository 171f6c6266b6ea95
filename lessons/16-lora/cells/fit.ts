const d = 16;
const W0 = random.normal(random.key(1), [d, d]).mul(0.25);
const change = random
  .normal(random.key(2), [d, 3])
  .matmul(random.normal(random.key(3), [3, d]))
  .mul(0.25); // rank 3
const inputs = random.normal(random.key(4), [64, d]);
const wanted = inputs.matmul(W0.add(change)); // [64, d]

const curve: { step: number; loss: number; rank: string }[] = [];
for (const rank of [1, 2, 3, 4]) {
  const wrong = (p: { A: Tensor; B: Tensor }) =>
    inputs.matmul(W0).add(inputs.matmul(p.A).matmul(p.B)).sub(wanted).square().mean();
  const slopesAt = jit(valueAndGrad(wrong));
  let p = { A: random.normal(random.key(5), [d, rank]).mul(0.25), B: np.zeros([rank, d]) };
  for (let step = 0; step <= 120; step++) {
    const [loss, slope] = slopesAt(p);
    curve.push({ step, loss: loss.item(), rank: `rank ${rank}` });
    p = { A: p.A.sub(slope.A.mul(0.6)), B: p.B.sub(slope.B.mul(0.6)) };
  }
}
plot({
  data: curve,
  marks: [{ mark: "line", x: "step", y: "loss", color: "rank" }],
  y: { label: "mean squared error" },
});
table(
  [1, 2, 3, 4].map((rank) => ({
    rank,
    "last loss": curve.findLast((one) => one.rank === `rank ${rank}`)!.loss,
  })),
);
