const after: number[][] = before.js(); // [T, 128], to be added to
let rows = 0;
for (const e of experts) {
  const mine = names.flatMap((_, t) => (gates[t][e] > 0 ? [t] : [])); // the tokens that chose it
  if (mine.length === 0) continue;
  const own = (name: string) => inLayer(`moe.experts.${e}.${name}`);
  const x = np.take(asked, np.array(mine, { dtype: "int32" }), 0); // [n, 128]
  const hidden = nn.gelu(x.matmul(own("c_fc.weight")).add(own("c_fc.bias"))); // [n, 256]
  const y: number[][] = hidden.matmul(own("c_proj.weight")).add(own("c_proj.bias")).js(); // [n, 128]
  for (const [i, t] of mine.entries()) after[t] = after[t].map((value, d) => value + gates[t][e] * y[i][d]);
  rows += mine.length;
}
display(`${rows} rows went through an expert; all through all would be ${experts.length * names.length}`);
expect(after, "the stream behind the layer").toBeCloseTo(read.residual![layer + 1]);
