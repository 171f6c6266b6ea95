import { count, fixed } from "@/lib/plot/format";

/** Three figures and a letter: 124 M, 2.78 B, 1.76 T; "" below a thousand. */
export function short(value: number, letters = ["", " k", " M", " B", " T", " Q"]): string {
  const power = Math.min(
    letters.length - 1,
    Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3 + 1e-12)),
  );
  const scaled = value / 1000 ** power;
  if (power === 0) return count(Math.round(value)) + letters[0];
  const shown = Number(scaled.toPrecision(3));
  if (shown >= 1000 && power < letters.length - 1) return `1.00${letters[power + 1]}`;
  return `${shown >= 1000 ? count(shown) : fixed(shown, shown >= 100 ? 0 : shown >= 10 ? 1 : 2)}${letters[power]}`;
}

/** Bytes, in powers of 1,000. */
export function bytes(value: number): string {
  return short(value, [" B", " kB", " MB", " GB", " TB", " PB"]);
}

const units: [name: string, seconds: number][] = [
  ["year", 365.25 * 86_400],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

/** The largest unit that fits at least once and a half: 21 days, 3.2 hours. */
export function duration(seconds: number): string {
  if (seconds < 1) return seconds < 0.001 ? "under 1 ms" : `${fixed(seconds * 1000, 0)} ms`;
  const [name, size] = units.find(([, size]) => seconds >= 1.5 * size) ?? units[units.length - 1];
  const value = seconds / size;
  if (value >= 1e6) return `${short(value)} ${name}s`;
  return `${value >= 100 ? count(Math.round(value)) : fixed(value, 1)} ${name}s`;
}

/** A signed share, with a true minus sign: −9.3%. */
export function signed(share: number): string {
  const percent = share * 100;
  const digits = Math.abs(percent) >= 100 ? 0 : 1;
  return `${percent > 0 ? "+" : ""}${fixed(percent, digits)}%`;
}
