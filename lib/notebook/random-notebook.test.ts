import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { createPageCompiler } from "./compile-page";
import { Dataflow } from "./dataflow";
import { createNotebook, type KernelMessage } from "./notebook";

/**
 * Random pages, and random things done to them, against a naive evaluator that computes every cell anew.
 * Cell `i` defines `x<i>`: a constant, plus the inputs and the earlier cells it uses.
 */
interface RandomCell {
  constant: number;
  uses: number[];
  inputs: number[];
  /** Milliseconds it takes. */
  slow: number;
}

type Step =
  | { kind: "input"; input: number; value: number }
  | { kind: "edit"; cell: number; constant: number }
  | { kind: "run"; cell: number }
  | { kind: "all" }
  | { kind: "wait" };

const inputCount = 2;
const cells = fc.array(
  fc.record({
    constant: fc.nat(9),
    uses: fc.array(fc.nat(), { maxLength: 3 }),
    inputs: fc.uniqueArray(fc.nat(inputCount - 1)),
    slow: fc.constantFrom(0, 0, 0, 3),
  }),
  { minLength: 1, maxLength: 7 },
);
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("input" as const), input: fc.nat(inputCount - 1), value: fc.nat(9) }),
    fc.record({ kind: fc.constant("edit" as const), cell: fc.nat(), constant: fc.nat(9) }),
    fc.record({ kind: fc.constant("run" as const), cell: fc.nat() }),
    fc.constant({ kind: "all" as const }),
    fc.constant({ kind: "wait" as const }),
  ),
  { minLength: 1, maxLength: 8 },
);

const usesOf = (page: RandomCell[], i: number) =>
  i === 0 ? [] : [...new Set(page[i].uses.map((u) => u % i))];

function codeOf(page: RandomCell[], i: number): string {
  const terms = [...usesOf(page, i).map((j) => `x${j}`), ...page[i].inputs.map((k) => `in${k}`)];
  const wait = page[i].slow ? `await new Promise((done) => setTimeout(done, ${page[i].slow}));\n` : "";
  return `${wait}const x${i} = ${[page[i].constant, ...terms].join(" + ")};\nx${i}`;
}

/** Every cell anew, in order. */
function evaluate(page: RandomCell[], inputs: number[]): number[] {
  const values: number[] = [];
  for (const [i, { constant, inputs: read }] of page.entries())
    values.push(
      constant +
        [...usesOf(page, i).map((j) => values[j]), ...read.map((k) => inputs[k])].reduce((a, b) => a + b, 0),
    );
  return values;
}

const urls = new Map<string, Promise<unknown>>();
const loader = {
  toUrl: (code: string) => `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`,
  load: (url: string) => {
    const loaded = urls.get(url) ?? import(/* @vite-ignore */ url);
    urls.set(url, loaded);
    return loaded;
  },
};

function open(page: RandomCell[]) {
  const ran: { cell: string; epoch: number }[] = [];
  const spec = {
    cells: page.map((_, i) => ({
      id: `c${i}`,
      title: `C${i}`,
      code: codeOf(page, i),
      outputs: [],
      reads: ["in0", "in1"],
    })),
    inputs: Array.from({ length: inputCount }, (_, k) => ({ name: `in${k}`, initial: 0 })),
    modules: {},
  };
  const notebook = createNotebook(spec, async () => ({
    createCompiler: () => createPageCompiler({}),
    async openKernel({ onMessage }) {
      const flow = new Dataflow({
        ...loader,
        post(message) {
          if (message.type === "started") ran.push(message);
          onMessage(message as KernelMessage);
        },
      });
      return { change: (change) => flow.change(change), close() {} };
    },
  }));
  for (const { id } of spec.cells) notebook.setVisible(id, true);
  const isQuiet = () => {
    const { cells: states, kernel } = notebook.getState();
    return kernel !== "starting" && kernel !== "busy" && states.every(({ phase }) => phase !== "running");
  };
  const settle = async () => {
    for (let quiet = 0; quiet < 3; ) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      quiet = isQuiet() ? quiet + 1 : 0;
    }
    return ran.splice(0);
  };
  return { notebook, settle };
}

const opened: { close(): void }[] = [];
afterAll(() => {
  for (const one of opened) one.close();
});

describe("any page, whatever is done to it", () => {
  it("comes to show what a computation of everything anew would show", async () => {
    await fc.assert(
      fc.asyncProperty(cells, steps, async (start, acts) => {
        const page = start.map((one) => ({ ...one }));
        const inputs = Array(inputCount).fill(0);
        const { notebook, settle } = open(page);
        opened.push(notebook);
        notebook.runAll();
        for (const act of acts) await perform(act as Step, page, inputs, notebook, settle);
        await settle();
        const shown = notebook
          .getState()
          .cells.map(({ outputs: [one] }) => one?.kind === "text" && Number(one.text));
        expect(shown).toEqual(evaluate(page, inputs));
        expect(notebook.getState().cells.every(({ phase }) => phase === "done")).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("runs each cell that depends on a changed input once, after those it needs, and no other", async () => {
    await fc.assert(
      fc.asyncProperty(cells, fc.nat(inputCount - 1), async (page, input) => {
        const { notebook, settle } = open(page);
        opened.push(notebook);
        notebook.runAll();
        await settle();
        notebook.setInput(`in${input}`, 5);
        const ran = (await settle()).map(({ cell }) => Number(cell.slice(1)));
        const touched = new Set<number>();
        for (const i of page.keys())
          if (page[i].inputs.includes(input) || usesOf(page, i).some((j) => touched.has(j))) touched.add(i);
        expect([...ran].sort((a, b) => a - b)).toEqual([...touched]);
        for (const [at, i] of ran.entries())
          for (const j of usesOf(page, i)) expect(ran.slice(at)).not.toContain(j);
      }),
      { numRuns: 25 },
    );
  });
});

async function perform(
  act: Step,
  page: RandomCell[],
  inputs: number[],
  notebook: ReturnType<typeof open>["notebook"],
  settle: () => Promise<unknown>,
): Promise<void> {
  if (act.kind === "wait") await settle();
  else if (act.kind === "all") notebook.runAll();
  else if (act.kind === "run") notebook.run(`c${act.cell % page.length}`);
  else if (act.kind === "input") {
    inputs[act.input] = act.value;
    notebook.setInput(`in${act.input}`, act.value);
  } else {
    const i = act.cell % page.length;
    page[i] = { ...page[i], constant: act.constant };
    notebook.setCode(`c${i}`, codeOf(page, i));
    notebook.run(`c${i}`);
  }
}
