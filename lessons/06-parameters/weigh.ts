import { sizeOf } from "./count";

/** Shapes of the tensors that training changed. `.scale` tensors only say how to read the int8 ones. */
export function trainedShapes(tensors: Record<string, { shape: number[] }>): Record<string, number[]> {
  const trained = Object.entries(tensors).filter(([name]) => !name.endsWith(".scale"));
  return Object.fromEntries(trained.map(([name, { shape }]) => [name, shape]));
}

/** Numbers in all tensors together. */
export function weigh(shapes: Record<string, readonly number[]>): number {
  return Object.values(shapes).reduce((sum, shape) => sum + sizeOf(shape), 0);
}

/** One row of the picture: the tensors of an embedding, of a layer, of the last norm. */
export interface Shelf {
  key: string;
  matrices: { name: string; shape: readonly number[] }[];
  vectors: { name: string; shape: readonly number[] }[];
}

/** Tensors by place: `wte`, `wpe`, `h.0` … `ln_f`, in the order a token meets them. */
export function toShelves(shapes: Record<string, readonly number[]>): Shelf[] {
  const placeOf = (name: string) => /^(h\.\d+|[^.]+)/.exec(name)?.[0] ?? name;
  const rank = (key: string) =>
    ["wte", "wpe"].indexOf(key) + 1 || (key.startsWith("h.") ? 3 + Number(key.slice(2)) : 1e6);
  const keys = [...new Set(Object.keys(shapes).map(placeOf))].sort((a, b) => rank(a) - rank(b));
  return keys.map((key) => {
    const own = Object.entries(shapes).filter(([name]) => placeOf(name) === key);
    const list = own.map(([name, shape]) => ({ name, shape }));
    return {
      key,
      matrices: list.filter(({ shape }) => shape.length > 1),
      vectors: list.filter(({ shape }) => shape.length === 1),
    };
  });
}
