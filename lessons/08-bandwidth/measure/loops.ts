import { assemble } from "./assemble";
import { type KernelName, kernels } from "./kernels";

/** Runs a kernel on the first `bytes` bytes of three arrays. */
export type RunLoop = (kernel: KernelName, bytes: number, repeats: number) => number;

export interface Loops {
  engine: "wasm" | "arrays";
  /** Length of each array, bytes. */
  arrayBytes: number;
  run: RunLoop;
}

const MiB = 2 ** 20;
const sizes = [64, 32, 16, 8].map((size) => size * MiB);

/** Opens the loops on the largest arrays this device will give us. */
export async function openLoops(): Promise<Loops> {
  const program = assemble(Object.values(kernels));
  const canSimd = typeof WebAssembly === "object" && WebAssembly.validate(program);
  for (const arrayBytes of sizes) {
    try {
      return canSimd ? await openWasm(program, arrayBytes) : openArrays(arrayBytes);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error; // not enough memory: try with less
    }
  }
  throw new RangeError(
    "This browser gives the page less than 24 MiB of memory. Close other pages, and try again.",
  );
}

async function openWasm(program: Uint8Array<ArrayBuffer>, arrayBytes: number): Promise<Loops> {
  const pages = (3 * arrayBytes) / 65_536;
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const { instance } = await WebAssembly.instantiate(program, { js: { memory } });
  const exports = instance.exports as Record<string, (...numbers: number[]) => number>;
  new Float32Array(memory.buffer).fill(1); // pages that were never written are not really there
  return {
    engine: "wasm",
    arrayBytes,
    run: (kernel, bytes, repeats) => exports[kernel](0, arrayBytes, 2 * arrayBytes, bytes, repeats),
  };
}

function openArrays(arrayBytes: number): Loops {
  const [a, b, c] = [1, 1, 1].map((value) => new Float32Array(arrayBytes / 4).fill(value));
  const loops: Record<KernelName, (n: number) => number> = {
    read(n) {
      let [s, t, u, v] = [0, 0, 0, 0];
      for (let i = 0; i < n; i += 4) {
        s += a[i];
        t += a[i + 1];
        u += a[i + 2];
        v += a[i + 3];
      }
      return s + t + u + v;
    },
    copy(n) {
      for (let i = 0; i < n; i++) a[i] = b[i];
      return 0;
    },
    triad(n) {
      for (let i = 0; i < n; i++) a[i] = b[i] + 3 * c[i];
      return 0;
    },
    multiplyAdd(n) {
      let [s, t, u, v] = [0, 0, 0, 0];
      for (let i = 0; i < 3 * n; i++) {
        s = 0.5 * s + 1; // 12 chains of 4 lanes in WASM: 12 multiply-adds a float of the array
        t = 0.5 * t + 1;
        u = 0.5 * u + 1;
        v = 0.5 * v + 1;
      }
      return s + t + u + v;
    },
  };
  return {
    engine: "arrays",
    arrayBytes,
    run(kernel, bytes, repeats) {
      let result = 0;
      for (let i = 0; i < repeats; i++) result += loops[kernel](bytes / 4);
      return result;
    },
  };
}
