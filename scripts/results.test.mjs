import { describe, expect, it, vi } from "vitest";
import { toUnitResult } from "./check.mjs";
import { toPythonResult } from "./python.mjs";
import { report, single } from "./results.mjs";

describe("report", () => {
  it("ends with the total alone on the last line, and fails when anything failed", () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    const status = report([single("lint", true), { suite: "unit", passed: 3, failed: 1, skipped: 2 }]);
    const lines = log.mock.calls.map(String).join("\n").split("\n");
    log.mockRestore();
    expect(lines.at(-1)).toBe("4 passed, 1 failed, 2 skipped");
    expect(status).toBe(1);
  });
});

describe("counting a suite", () => {
  it("counts a run that stopped before its first test as a failure", () => {
    expect(toUnitResult(1, undefined)).toMatchObject({ passed: 0, failed: 1 });
    expect(toPythonResult(5, "")).toMatchObject({ passed: 0, failed: 1 });
  });

  it("reads what the runners report", () => {
    const xml = `<testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="10" time="1">`;
    expect(toPythonResult(1, xml)).toMatchObject({ passed: 4, failed: 3, skipped: 3 });
    expect(
      toUnitResult(0, { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 }),
    ).toMatchObject({
      passed: 5,
      failed: 0,
      skipped: 1,
    });
  });
});
