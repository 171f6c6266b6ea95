/** A small seeded source of random numbers (mulberry32): the same seed gives the same draws on every machine. */
export interface Random {
  /** Uniform in [low, high). */
  uniform(low?: number, high?: number): number;
  /** Whole number in [low, high], both included. */
  integer(low: number, high: number): number;
  /** Standard normal draw times `deviation`. */
  normal(deviation?: number): number;
  /** One of the items, each equally likely. */
  choice<T>(items: readonly T[]): T;
  /** A list of `length` draws. */
  list<T>(length: number, draw: (index: number) => T): T[];
}

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const uniform = (low = 0, high = 1) => low + (high - low) * next();
  const integer = (low: number, high: number) => Math.floor(uniform(low, high + 1));
  return {
    uniform,
    integer,
    // Box–Muller; 1 - next() keeps the logarithm's argument above zero.
    normal: (deviation = 1) =>
      deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    choice: (items) => items[integer(0, items.length - 1)],
    list: (length, draw) => Array.from({ length }, (_, index) => draw(index)),
  };
}
