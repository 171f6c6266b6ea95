export interface Shape {
  layers: number;
  /** Query heads, and the key/value heads they share. */
  heads: number;
  kvHeads: number;
  headSize: number;
}

/**
 * Bytes of the KV cache: in every layer, for every token read so far, the keys and values of the
 * key/value heads. There are `tokens` in each of `batch` texts, and `bytes` to a number (fp16: 2).
 */
export function cacheBytes(shape: Shape, tokens: number, batch: number, bytes: number): number {
  const width = shape.heads * shape.headSize;
  return shape.layers * width * tokens * batch * bytes; // wrong to begin with: press Check
}
