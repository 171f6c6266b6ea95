/** Values of a slider whose steps are ratios: 1, 2, 4, … or 1, 1.5, 2, 3, 4, 6, 8, 10, … */
export const doublings = (from: number, to: number): number[] =>
  Array.from({ length: Math.round(Math.log2(to / from)) + 1 }, (_, i) => from * 2 ** i);

export const decades = (from: number, to: number): number[] => {
  const powers = Array.from({ length: Math.round(Math.log10(to / from)) }, (_, i) => from * 10 ** i);
  return [...powers.flatMap((power) => [1, 1.5, 2, 3, 4, 6, 8].map((digit) => digit * power)), to];
};

/** The stop nearest to a value, measured by ratio. */
export function nearest(stops: readonly number[], value: number): number {
  const distance = (stop: number) => Math.abs(Math.log(stop / value));
  return stops.reduce((best, stop, i) => (distance(stop) < distance(stops[best]) ? i : best), 0);
}

/** Place of a value on a ruler from 10^low to 10^high, 0 to 1; what lies outside stands at its end. */
export function placeOn(value: number, low: number, high: number): number {
  return Math.min(1, Math.max(0, (Math.log10(Math.max(value, Number.MIN_VALUE)) - low) / (high - low)));
}
