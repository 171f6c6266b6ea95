import { describe, expect, it } from "vitest";
import { toTable } from "./seen.mjs";

/**
 * @param {string} engine
 * @param {string} status
 * @param {...string} seen
 */
const test = (engine, status, ...seen) => ({
  projectName: `hostile-${engine}`,
  status,
  annotations: seen.map((description) => ({ type: "seen", description })),
});

describe("the table of attacks", () => {
  it("has a row for each vector and each storm, with what each engine did", () => {
    const specs = [
      {
        title: "no road leads out",
        tests: [
          test("chromium", "expected", "fetch: refused: TypeError: x"),
          test("firefox", "expected", "fetch: refused: NetworkError"),
        ],
      },
      {
        title: "endless loop",
        tests: [test("chromium", "expected", "gap 20 ms"), test("firefox", "skipped")],
      },
    ];
    expect(toTable({ suites: [{ suites: [{ specs }] }] })).toEqual([
      "fetch | chromium: refused: TypeError: x | firefox: refused: NetworkError",
      "endless loop | chromium: gap 20 ms | firefox: skipped",
    ]);
  });

  it("is empty when there is no report", () => {
    expect(toTable(undefined)).toEqual([]);
  });
});
