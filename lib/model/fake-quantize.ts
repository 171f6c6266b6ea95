import type { StoredTensor } from "./safetensors";

/** `channel`: one scale for each output. A number: one for each block of so many weights of an output, along the input. */
export type Granularity = "tensor" | "channel" | number;

export interface FakeQuantization {
  /** 2 to 8. */
  bits: number;
  granularity: Granularity;
}

/**
 * A matrix rounded to n bits and back: what is left of it when each weight is one of 2ⁿ − 1 steps, symmetric around 0,
 * and the largest of its group is the outermost. `inputAxis`: 0 for an `[in, out]` weight, 1 for an embedding, whose
 * rows are looked up (`[vocabulary, d]`). Bit for bit what `training/fake_quantize.py` computes in float32.
 */
export function fakeQuantize(
  w: ArrayLike<number>,
  [rows, columns]: readonly number[],
  inputAxis: 0 | 1,
  { bits, granularity }: FakeQuantization,
): Float32Array {
  check(bits, granularity);
  const inputs = inputAxis === 0 ? rows : columns;
  const block = granularity === "channel" ? inputs : granularity === "tensor" ? 0 : granularity;
  const blocks = block && Math.ceil(inputs / block);
  const groupOf = (i: number) => {
    if (block === 0) return 0;
    const [row, column] = [Math.floor(i / columns), i % columns];
    const [input, output] = inputAxis === 0 ? [row, column] : [column, row];
    return output * blocks + Math.floor(input / block);
  };
  const levels = 2 ** (bits - 1) - 1;
  const scales: number[] = [];
  for (let i = 0; i < w.length; i++) {
    const group = groupOf(i);
    scales[group] = Math.max(scales[group] ?? 0, Math.abs(w[i]));
  }
  for (const [group, largest] of scales.entries()) scales[group] = Math.fround(largest / levels) || 1;
  return Float32Array.from(w, (x, i) => {
    const scale = scales[groupOf(i)];
    const q = roundHalfToEven(Math.fround(x / scale));
    return Math.max(-levels, Math.min(levels, q)) * scale;
  });
}

/** Every matrix of a model; vectors (biases, gains) stay as they are, and so does the input. */
export function fakeQuantizeAll(
  weights: Readonly<Record<string, StoredTensor>>,
  quantization: FakeQuantization,
): Record<string, StoredTensor> {
  check(quantization.bits, quantization.granularity);
  const matrices = Object.entries(weights).filter(([, { shape }]) => shape.length === 2);
  return Object.fromEntries(
    matrices.map(([name, { shape, data }]) => {
      const inputAxis = /^w[tp]e\.weight$/.test(name) ? 1 : 0;
      return [name, { dtype: "F32", shape, data: fakeQuantize(data, shape, inputAxis, quantization) }];
    }),
  );
}

function check(bits: number, granularity: Granularity): void {
  if (!Number.isInteger(bits) || bits < 2 || bits > 8)
    throw new RangeError(`Weights are quantized to 2 to 8 bits, not ${bits}.`);
  if (typeof granularity === "number" && !(Number.isInteger(granularity) && granularity > 0))
    throw new RangeError(`A block has a whole number of weights, not ${granularity}.`);
}

/** As NumPy and XLA round: 0.5 → 0, 1.5 → 2. */
function roundHalfToEven(x: number): number {
  const rounded = Math.round(x);
  return rounded - x === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
