/**
 * The value below which a share of all values lies (nearest rank).
 * @param {number[]} values
 * @param {number} share 0 to 1
 */
export function quantile(values, share) {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? sorted[0];
}

/** @param {number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}
