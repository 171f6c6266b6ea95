/** `npx tsx lessons/16-lora/study/run.ts` makes `study.json`, in about five minutes. Again after new weights of story-1m. */
import { writeFile } from "node:fs/promises";
import { plan, type Run, study } from "./study";

const runs: Run[] = [];
for (const one of plan) {
  const run = await study(one);
  const round = (x: number) => Number(x.toFixed(4));
  const points = run.points.map(({ step, learned, heldOut, base }) => ({
    step,
    learned: round(learned),
    heldOut: round(heldOut),
    base: round(base),
  }));
  runs.push({ ...run, points });
  console.log(run.name, points.at(-1));
  await writeFile(new URL("./study.json", import.meta.url), `${JSON.stringify({ runs }, null, 2)}\n`);
}
