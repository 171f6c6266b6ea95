/**
 * `npx tsx lessons/11-speculative/measure/run.ts` measures the pair in public/models and writes acceptance.json and
 * speed.json beside this file; with `acceptance` or `speed` behind it, one of them. `measured.test.ts` holds the first
 * to the models, and both to the weights.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { measureAcceptance } from "./acceptance";
import { folder } from "./figures";
import { measureSpeed } from "./speed";

const measurements = { acceptance: measureAcceptance, speed: measureSpeed };

for (const [name, measure] of Object.entries(measurements)) {
  if (process.argv.length > 2 && !process.argv.includes(name)) continue;
  const figures = await measure();
  await writeFile(path.join(folder, `${name}.json`), `${toJson(figures)}\n`);
  console.log(`${name}.json is written.`);
}

/** JSON with short objects on one line each, as the formatter likes it. */
function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/\{([^{}]*)\}/g, (all, inside: string) => {
    const line = `{ ${inside.trim().replace(/\s*\n\s*/g, " ")} }`;
    return line.length <= 100 ? line : all;
  });
}
