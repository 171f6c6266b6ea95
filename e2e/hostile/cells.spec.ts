/**
 * Attacks from inside a cell, in every engine that is here. For each: nothing leaves, nothing is read, the page
 * answers within a second, the rest of the lesson works, and the reader is told.
 */

import { expect } from "@playwright/test";
import { parseEnds, type Targets, toCode, type Vector } from "./attacks";
import { attacker, bystander, note, type Site, test } from "./fixtures";
import { forgeries } from "./forgeries";
import { markups, searchMarkup, toSource } from "./markup";
import { powers } from "./powers";
import { inspectPage, press, putCode, readNotice, readOutputs, run, type Seen, showAll } from "./reader";
import { hideSecret, reads, secret } from "./reads";
import { roads } from "./roads";
import { type Storm, storms } from "./storms";

/** What the code of an attack may call. */
const prelude = `const takePort = async () => {
  let port;
  const real = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data").get;
  Object.defineProperty(MessageEvent.prototype, "data", {
    get() {
      if (this.target instanceof MessagePort) port = this.target;
      return real.call(this);
    },
    configurable: true,
  });
  await model("no such model").catch(() => {});
  return port;
};
`;

/** Where the buttons stand that concern all cells. */
const toolbar = '[role="toolbar"] button';

/**
 * Runs a cell while the page is watched. A freeze that we cause comes back each time; one that a busy machine
 * makes does not, so a slow attempt is tried again.
 */
async function attack({ engine }: Site, code: string, stopAfter: number | null = null): Promise<Seen> {
  let best: Seen | undefined;
  // In a block, so that no name of an attack meets a name of another cell.
  await engine.evaluate(putCode, attacker, `{\n${prelude}${code}\n}`);
  for (let attempt = 0; attempt < 3 && !(best && isQuick(best)); attempt++) {
    const seen = await engine.evaluate(run, attacker, stopAfter);
    if (!best || seen.gap < best.gap) best = seen;
  }
  if (!best) throw new Error("The cell was not run.");
  expect(best.gap, "milliseconds in which the page did not answer").toBeLessThan(1_000);
  return best;
}

function isQuick({ gap, stop }: Seen): boolean {
  return gap < 1_000 && (stop ?? 0) < 1_000;
}

/** What must hold after every attack. */
async function expectAllWell(site: Site): Promise<void> {
  const { engine, listener, prebuilt } = site;
  expect(listener.take(), "what left the page").toEqual([]);
  expect(await engine.evaluate(inspectPage)).toEqual({
    owned: null,
    polluted: [""],
    mapped: "2",
    elements: 0,
  });
  expect((await engine.url()).replace(/#.*/, "")).toBe(site.lesson);
  expect(await engine.pages()).toBe(site.pages);
  const { state, outputs } = await engine.evaluate(run, bystander);
  expect({ state, outputs }).toEqual({ state: "done", outputs: prebuilt });
}

test.beforeEach(async ({ site }) => {
  if ((await site.engine.url()).replace(/#.*/, "") !== site.lesson) await site.enter();
});

/** Tries all vectors in one run; resolves to what came of each. */
async function tryInCell(site: Site, vectors: readonly Vector[], targets: Targets) {
  const { state, outputs } = await attack(site, toCode(vectors, targets, "console.log"));
  const ends = parseEnds(outputs);
  expect(state, outputs).toBe("done");
  expect(Object.keys(ends).sort()).toEqual(vectors.map(({ name }) => name).sort());
  for (const [name, end] of Object.entries(ends)) note(`${name}: ${end}`);
  return ends;
}

test("no road leads out", async ({ site }) => {
  await tryInCell(site, roads, site.targets);
  // WebKitGTK tells a worker nothing of what its policy refused: docs/sandbox.md.
  if (site.name !== "webkit")
    expect(await site.engine.evaluate(readNotice)).toMatch(/A cell tried to reach .*nothing was sent/);
  await expectAllWell(site);
});

test("no place gives a secret away", async ({ site }) => {
  await site.engine.evaluate(hideSecret, secret);
  const ends = await tryInCell(site, reads, site.targets);
  expect(Object.entries(ends).filter(([, end]) => end.includes(secret))).toEqual([]);
  await expectAllWell(site);
});

test("no power over the reader is left", async ({ site }) => {
  const ends = await tryInCell(site, powers, site.targets);
  expect(Object.entries(ends).filter(([, end]) => !end.startsWith("refused"))).toEqual([]);
  await expectAllWell(site);
});

for (const storm of storms) {
  test(`${storm.name}: the page goes on`, async ({ site }) => {
    const { code, told, ends, stopAfter = 500, unrun } = storm;
    test.skip(unrun?.[site.name] !== undefined, unrun?.[site.name]);
    const seen = await attack(site, code, ends === "reader" ? stopAfter : null);
    note(
      `gap ${Math.round(seen.gap)} ms${seen.stop === null ? "" : `, stopped in ${Math.round(seen.stop)} ms`}`,
    );
    expect(seen.state).toMatch(statesOf(storm));
    expect(`${seen.outputs}\n${seen.status}`).toMatch(told);
    if (seen.stop !== null) expect(seen.stop, "milliseconds from Stop to its effect").toBeLessThan(1_000);
    await expectAllWell(site);
  });
}

for (const { name, code, told, cure } of forgeries) {
  test(`${name}: the page believes nothing`, async ({ site }) => {
    // A kernel that a cell has broken may never say that it is done.
    const seen = await attack(site, code, cure === "restart" ? 2_000 : null);
    if (cure === "restart") await site.engine.evaluate(press, toolbar, "Restart");
    note(`gap ${Math.round(seen.gap)} ms`);
    expect(seen.state).toMatch(cure === "restart" ? /^(done|failed|stopped)$/ : /^(done|failed)$/);
    expect(`${seen.outputs}\n${seen.status}`).toMatch(told);
    await expectAllWell(site);
  });
}

test("timers end with their run, and what a cell left in the globals with a Restart", async ({ site }) => {
  const { engine } = site;
  const type = (id: string, code: string) => engine.evaluate(putCode, id, code);
  await type(
    attacker,
    "globalThis.left = 1;\nsetInterval(() => (globalThis.ticks = (globalThis.ticks ?? 0) + 1), 1);",
  );
  await type(
    bystander,
    "const before = globalThis.ticks;\nawait new Promise((ok) => setTimeout(ok, 300));\nString(globalThis.ticks > before)",
  );
  await engine.evaluate(run, attacker);
  expect((await engine.evaluate(run, bystander)).outputs).toBe("true");
  await type(attacker, "globalThis.left");
  expect((await engine.evaluate(run, attacker)).outputs).toBe("1");
  expect((await engine.evaluate(run, bystander)).outputs).toBe("false");
  await engine.evaluate(press, toolbar, "Restart");
  expect((await engine.evaluate(run, attacker)).outputs).toBe("");
  await engine.evaluate(press, `[data-cell="${bystander}"] button`, "Reset");
});

test("markup is drawn without what is in it", async ({ site }) => {
  const { engine, targets } = site;
  const shows = markups.map((markup) => `${markup.language}(${JSON.stringify(toSource(markup, targets))});`);
  const seen = await attack(site, shows.join("\n"));
  note(`gap ${Math.round(seen.gap)} ms`);
  expect(seen.state, seen.outputs).toBe("done");
  await engine.evaluate(showAll, attacker);
  expect(await engine.evaluate(readOutputs, attacker), "what is harmless is drawn").toContain("cover");
  expect(await engine.evaluate(searchMarkup, attacker)).toEqual([]);
  await expectAllWell(site);
});

function statesOf({ ends }: Storm): RegExp {
  return ends === "reader" ? /^stopped$/ : ends === "sandbox" ? /^failed$/ : /^(done|failed)$/;
}
