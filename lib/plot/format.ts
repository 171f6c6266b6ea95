/** Probability as a percentage with one decimal; what would round to 0 or 100 says so. */
export function percent(probability: number): string {
  if (probability === 0) return "0%";
  if (probability < 0.0005) return "<0.1%";
  if (probability < 1 && probability >= 0.9995) return ">99.9%";
  return probability === 1 ? "100%" : `${(probability * 100).toFixed(1)}%`;
}

const superscripts: Record<string, string> = {
  "-": "⁻",
  ...Object.fromEntries([..."⁰¹²³⁴⁵⁶⁷⁸⁹"].map((c, i) => [i, c])),
};

/** A number to `digits` significant digits; very small and very large ones in powers of ten. */
export function significant(value: number, digits = 6): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "not a number" : value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e-4 && size < 10 ** digits) return minus(value.toPrecision(digits));
  const [mantissa, exponent] = value.toExponential(digits - 1).split("e");
  return `${minus(mantissa)} × 10${[...String(Number(exponent))].map((c) => superscripts[c]).join("")}`;
}

/** A number with a fixed number of decimals and a true minus sign. */
export function fixed(value: number, decimals: number): string {
  return minus(value.toFixed(decimals));
}

/** Made once: to make one takes longer than a frame's other numbers together. */
const grouped = new Intl.NumberFormat("en-US");

/** A whole number with separators between thousands: 2,048. */
export function count(value: number): string {
  return grouped.format(value);
}

/** The end of a text that is too long to quote in a caption, cut from the left. */
export function lastPart(text: string, limit: number): string {
  const letters = [...text];
  return letters.length <= limit ? text : `…${letters.slice(letters.length - limit).join("")}`;
}

function minus(text: string): string {
  return text.replace("-", "−");
}
