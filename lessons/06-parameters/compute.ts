/**
 * Floating-point operations to train N parameters on D tokens: 2 a parameter and token forward (multiply, add),
 * twice that backward (Kaplan et al. 2020, section 2.1). Leaves out what grows with the context: attention scores.
 */
export function trainingCompute(parameters: number, tokens: number): number {
  return 6 * parameters * tokens;
}

/** Seconds on `chips` chips of `peak` operations a second each, of which a share `utilization` does useful work. */
export function trainingTime(compute: number, peak: number, chips: number, utilization: number): number {
  return compute / (peak * chips * utilization);
}

/** Tokens a model of this size should see for the least loss at its compute: about 20 each (Hoffmann et al. 2022). */
export function chinchillaTokens(parameters: number): number {
  return 20 * parameters;
}
