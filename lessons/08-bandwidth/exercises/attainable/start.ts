/**
 * The fastest a loop can run on a device, in GFLOP/s.
 * peak: most arithmetic of the device, TFLOP/s; bandwidth: bytes between memory and processor, GB/s;
 * multiplyAdds: how many multiply-adds the loop does (each is 2 FLOP); bytes: how many bytes it moves.
 */
export function attainable(peak: number, bandwidth: number, multiplyAdds: number, bytes: number): number {
  const intensity = multiplyAdds / bytes; // FLOP a byte? Not yet: press Check
  return intensity * bandwidth + 0 * peak;
}
