const merged = { ...baseWeights };
for (const key of Object.keys(pirate)) {
  if (!key.endsWith(".lora_A")) continue;
  const name = key.replace(".lora_A", "");
  const product = pirate[key].matmul(pirate[`${name}.lora_B`]); // as large as W
  merged[name] = baseWeights[name].add(product.mul(scale));
}

const beginning = "Once upon a time, there was a";
const whole = { dtype: "int32" } as const;
const ids = np.array([0, ...(await base.tokenize(beginning))], whole);
const gates = { heads: np.ones([n_layer, base.config.n_head]), parts: np.ones([n_layer, 2]) };
const mine = forward(merged, ids, np.array(0, whole), gates, base.config).logits.slice(-1); // [2048]
const theirs = np.array(await (await model("base + pirate")).logits(beginning)); // [2048]
const without = np.array(await base.logits(beginning));

display(
  `merged by hand, against the page's "base + pirate": ${mine.sub(theirs).abs().max().item().toExponential(1)}`,
);
display(`against base without it: ${mine.sub(without).abs().max().item().toFixed(2)}`);
expect(mine, "logits of the hand-merged model").toBeCloseTo(theirs, 2e-3);
