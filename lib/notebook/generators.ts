export type AnyGenerator = Generator<unknown> | AsyncGenerator<unknown>;

/** What Observable's runtime takes for a stream of values: it can be asked for the next one, and told to stop. */
export function isGenerator(value: unknown): value is AnyGenerator {
  const { next, return: end } = (value ?? {}) as Partial<AnyGenerator>;
  return typeof value === "object" && typeof next === "function" && typeof end === "function";
}

/** Bounds for a generator where nobody watches it run. */
const longest = { values: 1_000, milliseconds: 2_000 };

/** The last value of a generator, or the one it has come to after a while. */
export async function lastOf(generator: AnyGenerator): Promise<unknown> {
  const end = performance.now() + longest.milliseconds;
  let value: unknown;
  for (let i = 0; i < longest.values && performance.now() < end; i++) {
    const next = await Promise.race([generator.next(), sleep(end - performance.now())]);
    if (!next || next.done) break;
    value = next.value;
  }
  void generator.return(undefined);
  return value;
}

function sleep(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}
