import { describe, expect, it, vi } from "vitest";
import type { Tensor } from "./api";
import "./methods";
import { nn } from "./nn";
import { np } from "./numpy";
import { random } from "./random";
import { grad, jit, valueAndGrad, vmap } from "./transforms";

/** The engine's memory, which it tells nobody the size of: noted when it is made. */
const memories = vi.hoisted(() => {
  const made: WebAssembly.Memory[] = [];
  const Memory = WebAssembly.Memory;
  WebAssembly.Memory = class extends Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      made.push(this);
    }
  };
  return made;
});

const engineBytes = () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);

/**
 * What a cell might do, each with arrays of many kilobytes or with programs that could keep some: one left
 * behind in each run would show in the pages of 64 kB that the memory grows by. The bench runs cells of
 * lessons 1,000 times in a browser.
 */
const cells: Record<string, (run: number) => unknown> = {
  "a chain of operations": () =>
    nn
      .softmax(
        np
          .ones([32, 64])
          .matmul(np.ones([64, 32]))
          .add(1)
          .div(3),
      )
      .sum(0)
      .js(),
  "numbers that differ from run to run": (run) =>
    np
      .ones([40])
      .mul(run)
      .add(np.full([40], run))
      .sum()
      .item(),
  "lists of arrays": () =>
    np
      .concatenate(np.split(np.ones([64, 64]), 4))
      .slice([2, 9], 0)
      .js(),
  "a gradient": () =>
    grad((w: Tensor) =>
      nn
        .gelu(np.ones([16, 64]).matmul(w))
        .square()
        .mean(),
    )(np.ones([64, 64])),
  "a gradient that looks up embeddings": () =>
    grad((w: Tensor) => nn.logSoftmax(np.take(w, [1, 2, 1], 0)).mean())(np.ones([32, 64])),
  "a compiled function with arrays from outside": () => {
    const w = np.ones([64, 64]);
    const row = np.arange(64);
    return jit((x: Tensor) =>
      x
        .matmul(w)
        .add(row)
        .add(np.array([1, 2, 3, 4].flatMap((x) => Array(16).fill(x)))),
    )(w);
  },
  "training steps": () => {
    const step = jit((w: Tensor, x: Tensor) => {
      const [loss, slope] = valueAndGrad((w: Tensor) => x.matmul(w).square().mean())(w);
      return [loss, w.sub(slope.mul(0.1))];
    });
    let w: Tensor = np.ones([32, 32]);
    for (let i = 0; i < 3; i++) [, w] = step(w, np.ones([8, 32])) as Tensor[];
    return w;
  },
  "a mapped function": () => vmap((x: Tensor) => nn.softmax(x).mul(np.ones([64])))(np.ones([32, 64])),
  "random numbers": (run) => random.normal(random.split(random.key(run))[0], [32, 64]),
  "an error in a function that is looked through": () => {
    try {
      grad((w: Tensor) => w.matmul(np.ones([3, 3])).sum())(np.ones([64, 64]));
    } catch {
      return "as it should";
    }
  },
};

describe("the engine's memory", () => {
  for (const [name, cell] of Object.entries(cells))
    it(`is as large after 200 runs as after 10: ${name}`, () => {
      for (let run = 1; run <= 10; run++) cell(run);
      const before = engineBytes();
      expect(before).toBeGreaterThan(0);
      for (let run = 11; run <= 200; run++) cell(run);
      expect(engineBytes()).toBe(before);
    });
});
