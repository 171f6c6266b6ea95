/** What a kernel says of itself; see `kernels.ts`. */
export interface KernelWork {
  /** Threads in all, or else bytes of an array for each thread. */
  threads?: number;
  threadPer?: number;
  /** Bytes a thread moves, and FLOP it computes. */
  moves: number;
  computes: number;
}

const longest = 20_000;

/** Finds the line in which a kernel says what a thread does; throws with the line it wants. */
export function readWork(wgsl: string): KernelWork {
  if (wgsl.length > longest) throw new Error(`This kernel is longer than ${longest} characters.`);
  const number = (name: string) => {
    const found = new RegExp(`@${name}\\s+(\\d+)`).exec(wgsl)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const work = {
    threads: number("threads"),
    threadPer: number("thread-per"),
    moves: number("moves"),
    computes: number("computes"),
  };
  if (!(work.threads || work.threadPer) || work.moves === undefined || work.computes === undefined)
    throw new Error(
      "Say what a thread does in a comment of this form: // @thread-per 16 bytes  @moves 48 bytes  @computes 8 flops",
    );
  return { ...work, moves: work.moves, computes: work.computes };
}

/** Threads of a workgroup: the product in @workgroup_size(…), where the constant may stand for a number. */
export function readGroupSize(wgsl: string, constant?: { name: string; value: number }): number {
  const inside = /@workgroup_size\s*\(([^)]*)\)/.exec(wgsl)?.[1];
  if (inside === undefined) throw new Error("There is no @workgroup_size(…) before the function.");
  const sizes = inside
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => (part === constant?.name ? constant.value : Number.parseInt(part, 10)));
  const product = sizes.reduce((a, b) => a * b, 1);
  if (!(product >= 1))
    throw new Error(`@workgroup_size(${inside}) should hold numbers or the constant's name.`);
  return product;
}
