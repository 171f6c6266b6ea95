import type { StoredTensor } from "./safetensors";

/**
 * int8 weights and their scales → float32: W = q · scale.
 * A tensor `name` of type I8 comes with `name.scale`, [1, out] or [rows, 1]; other tensors pass through.
 */
export function dequantize(stored: Record<string, StoredTensor>): Record<string, StoredTensor> {
  const out: Record<string, StoredTensor> = {};
  for (const [name, tensor] of Object.entries(stored)) {
    if (name.endsWith(".scale")) continue;
    out[name] = tensor.dtype === "I8" ? scaled(tensor, stored[`${name}.scale`]) : tensor;
  }
  return out;
}

function scaled(tensor: StoredTensor, scale: StoredTensor): StoredTensor {
  const [rows, columns] = tensor.shape;
  const perRow = scale.shape[0] === rows && scale.shape[1] === 1;
  const data = new Float32Array(tensor.data.length);
  for (let row = 0, i = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, i++)
      data[i] = tensor.data[i] * scale.data[perRow ? row : column];
  return { dtype: "F32", shape: tensor.shape, data };
}
