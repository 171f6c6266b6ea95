/** `npx tsx lessons/12-moe/measure/run.ts` measures the models in public/models and writes figures.json, in about five minutes. */
import { writeFile } from "node:fs/promises";
import { file } from "./figures";
import { measure } from "./measure";

await writeFile(file, `${JSON.stringify(await measure(console.log), null, 2)}\n`);
