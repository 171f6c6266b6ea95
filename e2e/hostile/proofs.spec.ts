/**
 * The attacks without a sandbox: each does what it is said to do in an ordinary page of the same engine, so that its
 * failure in a cell means something.
 */

import { expect } from "@playwright/test";
import { note, type Site, test } from "./fixtures";
import { drawTrustingly, findOwned, markups, toSource } from "./markup";
import { findMeans, findReaching, isNoticed, tryPlainly, weather, within } from "./plain";
import { hideSecret, reads, secret } from "./reads";
import { roads } from "./roads";
import { storms } from "./storms";

test("every road that the engine has leads to the listener", async ({ site }) => {
  const { engine, listener, targets } = site;
  await engine.open(targets.http);
  const means = await findMeans(engine, roads);
  const passable = roads.filter(({ name }) => means.has(name));
  const reached = await findReaching(engine, listener, passable, targets);
  const wrong: string[] = [];
  for (const road of roads) {
    if (reached.has(road.name)) continue;
    const unproved = whyUnproved(road, site);
    if (means.has(road.name) && !unproved) wrong.push(road.name);
    note(`${road.name}: ${means.has(road.name) ? `unproved: ${unproved}` : "not in this engine"}`);
  }
  expect(wrong, "roads that lead nowhere, so that closing them proves nothing").toEqual([]);
});

function whyUnproved({ unproved, seen }: (typeof roads)[number], { name, hasOuterAddress }: Site) {
  return (
    unproved?.[name] ?? (seen === "packet" && !hasOuterAddress ? "no address but the loopback" : undefined)
  );
}

test("every place gives its secret away", async ({ site }) => {
  const { engine, targets } = site;
  await site.enter();
  await engine.evaluate(hideSecret, secret);
  const means = await findMeans(engine, reads);
  const tryIn = (where: string) =>
    tryPlainly(
      engine,
      reads.filter((read) => read.where === where),
      targets,
    );
  const ends = { ...(await tryIn("worker")), ...(await tryIn("document")) };
  const kept = reads.filter(
    ({ name, unproved }) => means.has(name) && !unproved?.[site.name] && !ends[name]?.includes(secret),
  );
  expect(kept.map(({ name }) => `${name}: ${ends[name]}`)).toEqual([]);
});

test("markup asks the listener, or runs scripts", async ({ site }) => {
  const { engine, listener, targets } = site;
  const strong = markups.filter(({ proof }) => proof);
  await engine.open(targets.http);
  listener.take();
  await engine.evaluate(
    drawTrustingly,
    Object.fromEntries(strong.map((markup) => [markup.name, toSource(markup, targets)])),
  );
  const proved = new Set<string>();
  const weak = () => strong.filter(({ name }) => !proved.has(name)).map(({ name }) => name);
  await within(8_000, async () => {
    const noticed = listener.take();
    const owned = await engine.evaluate(findOwned);
    for (const { name, proof } of strong) {
      const seen = proof === "connects" ? ("connection" as const) : undefined;
      if (proof === "runs" ? owned.includes(name) : isNoticed({ name, seen }, noticed)) proved.add(name);
    }
    return weak().length === 0;
  });
  expect(weak()).toEqual([]);
});

test("storms hold a worker, or flood the page", async ({ site }) => {
  const { engine, targets } = site;
  await engine.open(targets.http);
  const weak: string[] = [];
  for (const { name, code, proof, unrun } of storms) {
    if (!proof || unrun?.[site.name]) continue;
    const { messages, holds } = await weather(engine, code);
    if (proof === "holds" ? !holds : messages < 2_000) weak.push(`${name}: ${messages} messages`);
  }
  expect(weak).toEqual([]);
});
