/**
 * @typedef {{ suite: string, passed: number, failed: number, skipped?: number, note?: string }} Result
 */

/**
 * A check without tests of its own (a linter, a build) counts as one.
 * @param {string} suite
 * @param {boolean} passed
 * @param {string} [note]
 * @returns {Result}
 */
export function single(suite, passed, note) {
  return { suite, passed: passed ? 1 : 0, failed: passed ? 0 : 1, note };
}

/**
 * Prints one line a suite and the total, alone on the last line, where CI reads it.
 * @param {Result[]} results
 * @returns {number} the exit status
 */
export function report(results) {
  console.log("\n─ summary");
  for (const { suite, passed, failed, skipped = 0, note } of results) {
    const sign = failed > 0 ? "✗" : passed > 0 ? "✓" : "–";
    const counts = [`${passed} passed`, `${failed} failed`, ...(skipped ? [`${skipped} skipped`] : [])].join(
      ", ",
    );
    console.log(`${sign} ${suite.padEnd(24)} ${counts}${note ? `  (${note})` : ""}`);
  }
  const sum = (/** @type {"passed" | "failed" | "skipped"} */ key) =>
    results.reduce((total, result) => total + (result[key] ?? 0), 0);
  const skipped = sum("skipped");
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed${skipped ? `, ${skipped} skipped` : ""}`);
  return sum("failed") > 0 ? 1 : 0;
}
