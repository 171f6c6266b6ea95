/**
 * One line for each thing seen: engine, test or vector, what stopped it or how long the page was held up.
 * @param {any} report Playwright's JSON report, when it got so far
 * @returns {string[]}
 */
export function toTable(report) {
  /** @type {Map<string, Map<string, string>>} */
  const rows = new Map();
  const engines = new Set();
  const add = (/** @type {string} */ row, /** @type {string} */ engine, /** @type {string} */ seen) => {
    engines.add(engine);
    rows.set(row, (rows.get(row) ?? new Map()).set(engine, seen));
  };
  const visit = (/** @type {any} */ suite) => {
    for (const inner of suite.suites ?? []) visit(inner);
    for (const { title, tests } of suite.specs ?? [])
      for (const { projectName, annotations, status } of tests) {
        const engine = projectName.replace("hostile-", "");
        const seen = annotations.filter((/** @type {any} */ one) => one.type === "seen");
        if (seen.length === 0)
          add(title, engine, status === "skipped" ? (annotations[0]?.description ?? "skipped") : status);
        for (const { description } of seen) {
          const [, name, text] = /^(?:(.*?): )?(.*)$/s.exec(description) ?? [];
          add(name ?? title, engine, text);
        }
      }
  };
  visit(report ?? {});
  return [...rows].map(([row, cells]) =>
    [row, ...[...engines].map((engine) => `${engine}: ${cells.get(engine) ?? "–"}`)].join(" | "),
  );
}
