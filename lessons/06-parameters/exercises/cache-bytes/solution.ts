export interface Shape {
  layers: number;
  heads: number;
  kvHeads: number;
  headSize: number;
}

/** Two vectors, key and value, of kvHeads · headSize numbers for every layer and token. */
export function cacheBytes(shape: Shape, tokens: number, batch: number, bytes: number): number {
  const numbers = 2 * shape.layers * shape.kvHeads * shape.headSize; // a token
  return numbers * tokens * batch * bytes;
}
