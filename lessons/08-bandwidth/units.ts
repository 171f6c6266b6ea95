/** Numbers with their units, as the page prints them. Decimal prefixes: a gigabyte is 10⁹ bytes. */
import { count } from "@/lib/plot/format";

const prefixes = ["", "k", "M", "G", "T", "P"];

/** Three significant digits and a prefix: 23,190,000,000 → "23.2 G". */
function prefixed(value: number): string {
  if (!(value > 0) || !Number.isFinite(value)) return `${value} `;
  let power = Math.min(prefixes.length - 1, Math.max(0, Math.floor(Math.log10(value) / 3)));
  if (Number((value / 1000 ** power).toPrecision(3)) >= 1000 && power < prefixes.length - 1) power++;
  const digits = value / 1000 ** power;
  const text = digits >= 100 ? count(Math.round(digits)) : String(Number(digits.toPrecision(3)));
  return `${text} ${prefixes[power]}`;
}

export const rate = (bytes: number) => `${prefixed(bytes)}B/s`;
export const flops = (value: number) => `${prefixed(value)}FLOP/s`;
export const bytes = (value: number) => `${prefixed(value)}B`;

/** A size in powers of two, as arrays have: 65,536 → "64 KiB". */
export function size(value: number): string {
  const power = Math.min(3, Math.floor(Math.log2(value) / 10));
  return `${Number((value / 1024 ** power).toPrecision(3))} ${["B", "KiB", "MiB", "GiB"][power]}`;
}

/** Three significant digits, with separators: 5327.4 → "5,330". */
export function three(value: number): string {
  const rounded = Number(value.toPrecision(3));
  return rounded >= 1000 ? count(rounded) : String(rounded);
}

/** Place of a value on a logarithmic axis, 0 to 1; four decimals, so that build and browser print the same. */
export function logPlace(value: number, from: number, to: number): number {
  const share = Math.log(value / from) / Math.log(to / from);
  return Math.round(1e4 * Math.min(1, Math.max(0, share))) / 1e4;
}
