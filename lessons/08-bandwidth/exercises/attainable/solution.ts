/** The lower of the device's peak and what memory can feed, in GFLOP/s. */
export function attainable(peak: number, bandwidth: number, multiplyAdds: number, bytes: number): number {
  const intensity = (2 * multiplyAdds) / bytes; // FLOP a byte
  return Math.min(1000 * peak, intensity * bandwidth); // GFLOP/s; FLOP/B × GB/s is GFLOP/s
}
