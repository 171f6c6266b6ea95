/** The attacks without a sandbox: what they do in an ordinary page, so that none is a test that cannot fail. */

import { parseEnds, type Targets, toCode, toPath, type Vector } from "./attacks";
import type { Engine } from "./engines/engine";
import type { Listener } from "./listener";

/** Names of the vectors whose means this engine has, in the open page. */
export async function findMeans(engine: Engine, vectors: readonly Vector[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const where of ["worker", "document"] as const) {
    const wanted = vectors.filter((vector) => vector.where === where);
    const code = toCode(
      wanted.map((vector) => ({
        ...vector,
        code: `if ((${vector.needs}) === undefined) throw new Error("missing");`,
      })),
      noTargets,
      "say",
    );
    const ends = await runPlainly(engine, where, code);
    for (const [name, end] of Object.entries(ends)) if (end.startsWith("through")) found.add(name);
  }
  return found;
}

const noTargets: Targets = { http: "", tcp: "", udp: "", own: "" };

/** Tries vectors in the open page, in its document or in an ordinary worker; resolves to what came of each. */
export async function tryPlainly(
  engine: Engine,
  vectors: readonly Vector[],
  targets: Targets,
): Promise<Record<string, string>> {
  return runPlainly(engine, vectors[0].where, toCode(vectors, targets, "say"));
}

async function runPlainly(engine: Engine, where: Vector["where"], code: string) {
  return parseEnds(await engine.evaluate(where === "worker" ? runInWorker : runInDocument, code));
}

function runInWorker(code: string): Promise<string> {
  const text = `const lines = []; const say = (line) => lines.push(line); const tell = postMessage.bind(self);
    (async () => { ${code} })().then(() => tell(lines.join("\\n")), (error) => tell(String(error)));`;
  const worker = new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
}

/** A page's policy forbids scripts by text, but not modules from blobs. */
async function runInDocument(code: string): Promise<string> {
  const text = `export const lines = []; const say = (line) => lines.push(line);
    export const run = async () => { ${code} };`;
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  // The bundler that carries this function to the page must leave the import alone.
  const { lines, run } = await import(/* webpackIgnore: true */ url);
  await run();
  return lines.join("\n");
}

/**
 * The roads on which something reaches the listener, tried in ordinary pages of the listener's own origin: all at once
 * where they leave the page as it is.
 */
export async function findReaching(
  engine: Engine,
  listener: Listener,
  roads: readonly Vector[],
  targets: Targets,
): Promise<Set<string>> {
  const staying = (where: Vector["where"]) => roads.filter((road) => !road.leaves && road.where === where);
  const alone = roads.filter(({ leaves }) => leaves).map((road) => [road]);
  const reached = new Set<string>();
  for (const group of [staying("worker"), staying("document"), ...alone]) {
    const isDone = () => group.every(({ name }) => reached.has(name));
    // The road before may take the page away only now: then this one is tried once more.
    for (let attempt = 0; attempt < 2 && !isDone(); attempt++) {
      await engine.open(targets.http);
      listener.take();
      // A road that takes the page away takes the answer away with it.
      void tryPlainly(engine, group, targets).catch(() => {});
      await within(1_500, async () => {
        const noticed = listener.take();
        for (const road of group) if (isNoticed(road, noticed)) reached.add(road.name);
        return isDone();
      });
    }
  }
  return reached;
}

/** Whether the listener noticed what a thing of this name does to it; connections and packets bear no name. */
export function isNoticed(
  { name, seen }: Pick<Vector, "name" | "seen">,
  noticed: readonly string[],
): boolean {
  return noticed.some((one) => (seen ? one === seen : one.endsWith(` ${toPath(name)}`)));
}

/** Whether something comes true within some milliseconds. */
export async function within(milliseconds: number, isTrue: () => Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; ) {
    if (await isTrue().catch(() => false)) return true;
    await new Promise((rested) => setTimeout(rested, 50));
  }
  return false;
}

/** What a storm does to an ordinary worker: the messages that came within a second, and whether it still answers. */
export async function weather(engine: Engine, code: string): Promise<{ messages: number; holds: boolean }> {
  return engine.evaluate(async (storm: string) => {
    // A few more than are asked for: a page that has to hear a million is slow to come back.
    const text = `let told = 0;
      const tell = (message) => void (told++ < 2_500 && postMessage(message));
      const display = (value) => tell(value), takePort = async () => ({ postMessage: tell });
      console.log = (...words) => tell(words.join(" "));
      onmessage = () => tell("answer");
      tell("ready");
      setTimeout(async () => { ${storm} }, 100);`;
    const worker = new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
    let messages = 0;
    let answered = false;
    await new Promise((ready) => {
      worker.onmessage = ready;
    });
    worker.onmessage = ({ data }) => {
      answered ||= data === "answer";
      // That is proof enough; the page needs to be well for the next storm.
      if (++messages > 2_000) worker.terminate();
    };
    await new Promise((rested) => setTimeout(rested, 300));
    worker.postMessage("");
    await new Promise((rested) => setTimeout(rested, 600));
    worker.terminate();
    return { messages, holds: !answered };
  }, code);
}
