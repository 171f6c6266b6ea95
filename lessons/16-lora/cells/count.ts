import { loraSize } from "../adapter";

const base = await model("base");
const { d_model, d_ff, n_layer } = base.config; // 256, 1024, 4
const matricesOfLayer = [
  ["queries, keys, values", d_model, 3 * d_model],
  ["attention's output", d_model, d_model],
  ["MLP, up", d_model, d_ff],
  ["MLP, down", d_ff, d_model],
] as const;

table(
  matricesOfLayer.map(([matrix, n_in, n_out]) => ({
    matrix,
    "in · out": n_in * n_out,
    "r · (in + out)": loraSize(n_in, n_out, r),
    share: `${((100 * loraSize(n_in, n_out, r)) / (n_in * n_out)).toFixed(1)}%`,
  })),
);
const ofRank = (rank: number) =>
  n_layer * matricesOfLayer.reduce((sum, [, n_in, n_out]) => sum + loraSize(n_in, n_out, rank), 0);
display(
  `an adapter of rank ${r} for every matrix of ${n_layer} layers: ${ofRank(r).toLocaleString("en-US")} numbers`,
);

const pirate = await weights("base/adapters/pirate"); // A and B of all 16 matrices
const shippedSize = Object.values(pirate).reduce((sum, tensor) => sum + tensor.size, 0);
expect(shippedSize, "numbers in the shipped pirate, rank 8").toBe(ofRank(8));
