const [E, width, count] = [8, 16, 128];
const centers = random.normal(random.key(1), [E, width]);
const group = np.array(Array.from({ length: count }, (_, i) => Math.floor(E * (i / count) ** 2)), { dtype: "int32" }); // biome-ignore format: groups of unequal size
const inputs = np.take(centers, group, 0).add(random.normal(random.key(2), [count, width]).mul(0.3)); // [128, 16]
const teachers = np.take(random.normal(random.key(3), [E, width]), group, 0); // [128, 16]: each group has its own
const wanted = np.tanh(inputs.mul(teachers)); // [128, 16]

function run({ router, experts }: { router: Tensor; experts: Tensor }) {
  const scores = inputs.matmul(router); // [128, 8]
  const higher = np.greater(scores.reshape([count, 1, E]), scores.reshape([count, E, 1])); // [128, 8, other]
  const chosen = np.less(np.sum(np.where(higher, 1, 0), -1), 2); // [128, 8]: fewer than two score higher
  const gates = nn.softmax(np.where(chosen, scores, -1e9)); // [128, 8]
  const outputs = np.einsum("td,edf->tef", inputs, experts); // [128, 8, 16]
  const out = np.sum(outputs.mul(gates.reshape([count, E, 1])), 1); // [128, 16]
  const load = np.where(chosen, 0.5 / count, 0).sum(0); // [8]
  const balance = load.mul(nn.softmax(scores).mean(0)).sum().mul(E);
  return { out, load, balance };
}
function train(weight: number) {
  let net = {
    router: random.normal(random.key(4), [width, E]).mul(0.3), // [16, 8]
    experts: random.normal(random.key(5), [E, width, width]).mul(0.1), // [8, 16, 16]
  };
  const loss = (p: typeof net) => {
    const { out, balance } = run(p);
    return out.sub(wanted).square().mean().add(balance.mul(weight));
  };
  const step = jit((p: typeof net) => {
    const slope = grad(loss)(p);
    return { router: p.router.sub(slope.router.mul(3)), experts: p.experts.sub(slope.experts.mul(3)) };
  });
  for (let i = 0; i < 120; i++) net = step(net);
  const { out, load } = run(net);
  const ordered: number[] = load.js().sort((a: number, b: number) => b - a);
  return { loss: out.sub(wanted).square().mean().item(), load: ordered };
}
const trained = {
  "without a balance loss": train(0),
  [`with ${balanceWeight} times it`]: train(balanceWeight),
};
table(
  Object.entries(trained).map(([how, { loss, load }]) => ({
    router: how,
    error: loss,
    ...Object.fromEntries(load.map((share, i) => [`${i + 1}.`, `${(100 * share).toFixed(0)}%`])),
  })),
);
