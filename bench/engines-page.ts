/** What `engines.mjs` runs in a page: one model in one place, through the very client and worker of the site. */
import { openModel } from "../lib/model/client";
import type { Place } from "../lib/model/protocol";

/** The smallest context among the models. */
const READ = 96;
const BEFORE = 32;
const WRITTEN = 64;

/**
 * Milliseconds: until the model can answer, of each pass over `read` tokens, of each further token. The model stays, so
 * that its memory can be taken.
 */
async function measure(name: string, place: Place) {
  const start = performance.now();
  const model = await openModel(undefined, `/models/${name}/`, { place });
  const load = performance.now() - start;
  const tokens = Array.from({ length: READ }, (_, i) => (i === 0 ? 0 : 256 + ((i * 37) % 1500)));
  const passes: number[] = [];
  for (let i = 0; i < 6; i++) passes.push((await model.trace(undefined, tokens)).milliseconds);
  const session = await model.start(undefined, tokens.slice(0, BEFORE));
  const steps: number[] = [];
  for (const token of tokens.slice(BEFORE, BEFORE + WRITTEN))
    steps.push((await session.decode(undefined, token)).milliseconds);
  const { engine, device } = model;
  return { engine, device, load, read: READ, passes: passes.slice(1), steps: steps.slice(1) }; // the first of each compiles
}

Object.assign(globalThis, { measure });
