import { describe, expect, it } from "vitest";
import "./methods";
import { nn } from "./nn";
import { np } from "./numpy";
import { random } from "./random";
import { grad, jit, vmap } from "./transforms";

const ones = (...shape: number[]) => np.ones(shape);
const whole = np.array([0, 1], { dtype: "int32" });
// biome-ignore lint/suspicious/noExplicitAny: what types would refuse is tried on purpose.
const loose = np as any;

/** [what a reader writes, the whole message] */
const mistakes: [string, () => unknown, string][] = [
  [
    "a matrix product that needs the transpose",
    () => ones(8, 64).matmul(ones(32, 64)),
    "matmul: (8, 64) · (32, 64): inner sizes 64 and 32 differ; did you mean the transpose?",
  ],
  [
    "a matrix product that fits no way",
    () => np.matmul(ones(8, 64), ones(32, 16)),
    "matmul: (8, 64) · (32, 16): inner sizes 64 and 32 differ; the last axis of the first must be as long as the last but one of the second.",
  ],
  [
    "a matrix product with a number",
    () => np.matmul(ones(2, 2), 3),
    "matmul: (2, 2) · (): one side is a single number; to scale an array, use multiply.",
  ],
  [
    "batches of different sizes",
    () => np.matmul(ones(4, 8, 64), ones(3, 64, 8)),
    "matmul: (4, 8, 64) · (3, 64, 8), batch axes: (4) and (3) do not fit together: counted from the end, axis -1 has size 4 in one and 3 in the other, and sizes must be equal or 1.",
  ],
  [
    "a row where a column is needed",
    () => ones(8, 64).add(ones(8)),
    "np.add: (8, 64) and (8) do not fit together: counted from the end, axis -1 has size 64 in one and 8 in the other, and sizes must be equal or 1. To line up with the first axis, reshape (8) to (8, 1).",
  ],
  [
    "a matrix lying on its side",
    () => ones(2, 3).mul(ones(3, 2)),
    "np.multiply: (2, 3) and (3, 2) do not fit together: counted from the end, axis -2 has size 2 in one and 3 in the other, and sizes must be equal or 1. Did you mean the transpose?",
  ],
  [
    "a shape with too much room",
    () => ones(2, 3).reshape([4, 2]),
    "np.reshape: (2, 3) cannot become (4, 2): it has 6 numbers, and the new shape needs 8.",
  ],
  [
    "a shape that does not divide",
    () => ones(7).reshape([2, -1]),
    "np.reshape: (7) cannot become (2, -1): its 7 numbers cannot be divided by 2.",
  ],
  [
    "joining along the wrong axis",
    () => np.concatenate([ones(2, 3), ones(2, 4)]),
    "np.concatenate: (2, 3) and (2, 4) cannot be joined along axis 0: axis 1 has size 3 in one and 4 in the other. Did you mean axis 1?",
  ],
  [
    "stacking unequal shapes",
    () => np.stack([ones(2), ones(3)]),
    "np.stack: all arrays must have one shape, but (2) and (3) differ.",
  ],
  [
    "an axis that is not there",
    () => nn.softmax(ones(8, 64), 2),
    "nn.softmax: there is no axis 2 in (8, 64); its axes are 0 and 1, or -1 back to -2.",
  ],
  [
    "an index past the end",
    () => ones(8, 64).slice(8),
    "slice: index 8 is out of range for axis 0 of (8, 64); it has places 0 to 7, or -1 back to -8.",
  ],
  [
    "a token that is not in the vocabulary",
    () => np.take(ones(4, 2), [1, 9], 0),
    "np.take: index 9 is out of range for axis 0 of (4, 2); it has places 0 to 3, or -1 back to -4.",
  ],
  [
    "an index between two places",
    () => np.take(ones(4), np.array([0.5])),
    'np.take: indices are whole numbers, but these are float32; use x.astype("int32").',
  ],
  [
    "lists of unequal length",
    () => np.array([[1, 2], [3]]),
    "np.array: these lists are no array: a list of 1 stands beside one of 2.",
  ],
  [
    "a forgotten await",
    () => loose.exp(Promise.resolve(1)),
    "np.exp: expected an array, a number or nested lists of numbers, not a promise (write await before it).",
  ],
  ["a function of another library", () => loose.softmax, "There is no np.softmax; did you mean nn.softmax?"],
  ["a name from Python", () => loose.zeros_like, "There is no np.zeros_like; did you mean np.zerosLike?"],
  [
    "a plus sign between arrays",
    () => (ones(2, 3) as never as number) + 1,
    "Operators like + and * do not work on an array (2, 3): write x.add(y), x.mul(y), …",
  ],
  [
    "the number of an array that has many",
    () => ones(2, 3).item(),
    "item: (2, 3) holds 6 numbers; item reads a single one. Use js() for all.",
  ],
  [
    "a dtype that is not there",
    () => loose.zeros([2], { dtype: "float64" }),
    'There is no dtype "float64"; there is float32, int32, uint32, bool.',
  ],
  [
    "einsum with unequal sizes",
    () => np.einsum("ij,jk->ik", ones(2, 3), ones(2, 3)),
    'np.einsum "ij,jk->ik" of (2, 3), (2, 3): "j" is 3 in one place and 2 in another.',
  ],
  [
    "a gradient of many numbers",
    () => grad((x: number) => np.exp(x))(ones(3) as never),
    "grad: your function must return a single number, but it returned (3); take its .sum() or .mean().",
  ],
  [
    "a gradient by whole numbers",
    () => grad((x: typeof whole) => x.sum())(whole),
    'grad: an array of int32 (2) cannot change a little; use x.astype("float32"), or ask for another argument with { argnum }.',
  ],
  [
    "a look at the numbers in a compiled function",
    () => jit((x: typeof whole) => (x.sum().item() > 1 ? x : x.neg()))(ones(2)),
    "item: jit is looking through your function to see what it computes, so this array has a shape but no numbers yet. Use np.where instead of if, and read numbers outside.",
  ],
  [
    "a seed in place of a key",
    () => random.normal(0 as never, [2]),
    "random.normal: the first argument is a key; make one with random.key(0).",
  ],
];

describe("a mistake with arrays", () => {
  it.each(mistakes)("is explained: %s", (_, make, message) => {
    expect(make).toThrow(message);
    expect(make).toThrow(expect.objectContaining({ message }));
  });

  it("is explained when an array outlives the function it was made in", () => {
    let kept = ones(1);
    vmap((x: typeof whole) => {
      kept = x.add(1);
      return x;
    })(ones(2));
    expect(() => kept.add(1)).toThrow(
      "This array was made inside a function that vmap looked through, and does not outlive it: return it from the function instead.",
    );
  });
});

describe("arrays", () => {
  it("have shapes, sizes and numbers, and rows to go through", () => {
    const x = np.array([[1, 2, 3], [4, 5, 6]]); // biome-ignore format: two rows
    expect([x.shape, x.ndim, x.size, x.dtype]).toEqual([[2, 3], 2, 6, "float32"]);
    expect([...x].map((row) => row.js())).toEqual([[1, 2, 3], [4, 5, 6]]); // biome-ignore format: two rows
    expect([x.slice([], 1).js(), x.slice(-1).js(), x.slice([1]).js(), x.slice(null, 0).shape]).toEqual([
      [2, 5],
      [4, 5, 6],
      [[4, 5, 6]],
      [1, 3],
    ]);
    expect(JSON.stringify({ x })).toBe('{"x":[[1,2,3],[4,5,6]]}');
    expect(String(x)).toBe("Tensor (2, 3) float32");
  });

  it("of a single number stand for it in arithmetic", () => {
    expect((np.sum([1, 2, 3]) as never as number) / 2).toBe(3);
    expect(`${np.sum([1, 2])}`).toBe("3");
  });

  it("never change: data is a copy", () => {
    const x = np.array([1, 2]);
    x.data()[0] = 9;
    expect(x.js()).toEqual([1, 2]);
  });

  it("keep whole numbers whole, and truth values true", () => {
    expect(np.arange(3).dtype).toBe("int32");
    expect(np.arange(3).add(1).js()).toEqual([1, 2, 3]);
    expect(np.arange(3).div(2).js()).toEqual([0, 0.5, 1]);
    expect(np.greater([1, 2], 1).js()).toEqual([false, true]);
    expect(np.array([1.7, -1.7]).astype("int32").js()).toEqual([1, -1]);
    expect(np.array(np.arange(2), { dtype: "float32" }).dtype).toBe("float32");
  });

  it("may be empty", () => {
    expect(np.zeros([0, 3]).js()).toEqual([]);
    expect(np.concatenate([np.zeros([0, 3]), ones(1, 3)]).js()).toEqual([[1, 1, 1]]);
    expect(() => np.mean(np.zeros([0]))).toThrow("np.mean: (0) is empty.");
  });

  it("show themselves as nested numbers", () => {
    const tensor = np.array([[true, false]]) as unknown as { toNested(): unknown };
    expect(tensor.toNested()).toEqual([[1, 0]]);
  });

  it("agree within a tolerance or not", () => {
    expect(np.allclose([1, 2], [1, 2 + 1e-7])).toBe(true);
    expect(np.allclose([1, 2], [1, 2.001])).toBe(false);
  });
});
