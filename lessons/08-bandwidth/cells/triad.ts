import { spread } from "../statistics";

const n = 2 ** 22; // numbers an array: 16 MiB each
const [a, b, c] = [0, 1, 2].map((value) => new Float32Array(n).fill(value)); // [n] each

function triad(): number {
  const start = performance.now();
  for (let i = 0; i < n; i++) a[i] = b[i] + 3 * c[i];
  return performance.now() - start; // milliseconds
}

for (let run = 0; run < 3; run++) triad(); // warm up: the compiler settles, memory is really there
const moved = 3 * 4 * n; // bytes: two arrays read, one written
const rates = Array.from({ length: 11 }, () => moved / triad() / 1e6); // GB/s

const { low, median, high } = spread(rates);
table([{ loop: "triad", "GB/s where this ran": median, "a quarter below": low, "a quarter above": high }]);
a[7]; // 7
