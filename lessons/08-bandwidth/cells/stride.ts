const length = 2 ** 23; // numbers: 32 MiB
const numbers = new Float32Array(length).fill(1);

/** Adds up every number once, `stride` apart: first 0, s, 2s, …, then 1, s + 1, … */
function read(stride: number): number {
  let sum = 0;
  for (let first = 0; first < stride; first++) for (let i = first; i < length; i += stride) sum += numbers[i];
  return sum;
}

function time(stride: number): number {
  const start = performance.now();
  const sum = read(stride);
  return sum === length ? performance.now() - start : Number.NaN; // milliseconds
}

/** The best of four: whatever else the machine does can only add to a time. */
const best = (stride: number) => Math.min(...Array.from({ length: 4 }, () => time(stride)));

const strides = [1, 2, 4, 8, 16, 32, 64, 256];
best(1); // warm up
const times = strides.map(best);
bars(
  strides.map((stride, i) => ({ label: `stride ${stride}`, value: times[i] / times[0] })),
  { title: "time against stride 1, where this ran" },
);
