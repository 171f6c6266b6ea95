/**
 * The results as a Markdown table: what was measured, the goal, whether it is reached.
 * @param {any} results
 */
export function toTable({
  when,
  machine,
  cold,
  slider,
  prompts,
  decoding,
  bandwidth,
  notebook,
  memory,
  engines,
}) {
  const rows = [
    row("Bytes to the first live prediction, cold", megabytes(cold.bytes), "≤ 1.80 MB", cold.bytes <= 1.8e6),
    row("JavaScript before the model or the editor", kilobytes(cold.script), "< 250 kB", cold.script < 250e3),
    row(`Time to it, over loopback (median of ${cold.runs})`, milliseconds(cold.milliseconds)),
    row(`Slider → painted bars, p50 of ${slider.moves}`, milliseconds(slider.p50)),
    row("Slider → painted bars, p95", milliseconds(slider.p95), "≤ 16 ms", slider.p95 <= 16),
    row(`… of the first ${slider.first.moves}, p95`, milliseconds(slider.first.p95)),
    row(
      "… of a plain loop in its place, p50 and p95",
      `${milliseconds(slider.loop.p50)}, ${milliseconds(slider.loop.p95)}`,
    ),
    row(`Prompt → painted distribution, p50 of ${prompts.prompts}`, milliseconds(prompts.p50)),
    row("Prompt → painted distribution, p95", milliseconds(prompts.p95)),
    row("… of that, the network (median)", milliseconds(prompts.network)),
    row(`Writing, a token as the reader sees it (mean of ${decoding.tokens})`, milliseconds(decoding.seen)),
    row("… of that, the network, p50", milliseconds(decoding.p50)),
    row("… the network, p95", milliseconds(decoding.p95)),
    row(
      `Cell: click on Run → its first result, cold (median of ${notebook.runs})`,
      milliseconds(notebook.first),
      "≤ 1000 ms",
      notebook.first <= 1000,
    ),
    row(`Cell: Run after an edit → painted result, p50 of ${notebook.edits}`, milliseconds(notebook.p50)),
    row(
      "Cell: Run after an edit → painted result, p95",
      milliseconds(notebook.p95),
      "< 50 ms",
      notebook.p95 < 50,
    ),
    row("30 cells in a chain, run again (in Node, median of 20)", milliseconds(notebook.chain)),
    row(
      `Floor: reading ${megabytes(bandwidth.modelBytes)} of weights at ${gigabytes(bandwidth.memory)} (memory)`,
      milliseconds(bandwidth.floor),
    ),
    row(
      `Floor: the same at ${gigabytes(bandwidth.resident)} (arrays of the model's size, in cache)`,
      milliseconds(bandwidth.residentFloor),
    ),
    ...memory.flatMap(memoryRows),
  ];
  return [
    `${when}, ${machine}`,
    "",
    "| what | measured | goal | reached |",
    "| --- | ---: | ---: | --- |",
    ...rows,
    "",
    "| model | place | bytes to load | loaded in | memory | tokens/s read | tokens/s written | of the floor |",
    "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...engines.map(engineRow),
  ].join("\n");
}

/** @param {Awaited<ReturnType<typeof import("./engines.mjs").measureEngines>>[number]} measured */
function engineRow({ model, place, bytes, load, memory, prefill, decode, floor }) {
  const cells = [
    model,
    place,
    megabytes(bytes),
    milliseconds(load),
    `${memory.toFixed(0)} MB`,
    prefill.toFixed(0),
    (1000 / decode).toFixed(0),
  ];
  return `| ${[...cells, `${((100 * floor) / decode).toFixed(0)} %`].join(" | ")} |`;
}

/** @param {{ cell: string, runs: number[], before: Record<string, number>, after: Record<string, number> }} measured */
function memoryRows({ cell, runs, before, after }) {
  return [
    ["sandbox", "the sandbox"],
    ["page", "page and model"],
  ].map(([side, name]) =>
    row(
      `Memory of ${name}, cell \`${cell}\` run ${runs.map((n) => n.toLocaleString("en-US")).join(" → ")} times`,
      `${before[side].toFixed(1)} → ${after[side].toFixed(1)} MB`,
      "≤ +10%",
      after[side] <= 1.1 * before[side],
    ),
  );
}

/**
 * @param {string} what
 * @param {string} measured
 * @param {string} [goal]
 * @param {boolean} [reached]
 */
function row(what, measured, goal = "", reached) {
  return `| ${what} | ${measured} | ${goal} | ${reached === undefined ? "" : reached ? "yes" : "**no**"} |`;
}

/** @param {number} value */
const milliseconds = (value) =>
  Number.isFinite(value) ? `${value.toFixed(value < 10 ? 2 : 0)} ms` : "not measured";
/** @param {number} bytes */
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1e3).toFixed(0)} kB`;
/** @param {number} bytes a second */
const gigabytes = (bytes) => `${(bytes / 1e9).toFixed(1)} GB/s`;
