const baseWeights = await weights("base");
const matrix = "h.0.attn.c_attn.weight"; // [256, 768]
const W = baseWeights[matrix];
const [A, B] = [pirate[`${matrix}.lora_A`], pirate[`${matrix}.lora_B`]]; // [256, 8], [8, 768]
const scale = 16 / 8; // α / r

const x = random.normal(random.key(1), [5, 256]); // five tokens
const beside = x.matmul(W).add(x.matmul(A).matmul(B).mul(scale)); // [5, 768]
const inside = x.matmul(W.add(A.matmul(B).mul(scale))); // [5, 768]

const apart = beside.sub(inside).abs().max().item();
const moved = beside.sub(x.matmul(W)).abs().max().item();
display(
  `the adapter moves an output by up to ${moved.toFixed(2)}; beside or inside differ by ${apart.toExponential(1)}`,
);
expect(beside, "x·W + (α/r)·(x·A)·B").toBeCloseTo(inside);
