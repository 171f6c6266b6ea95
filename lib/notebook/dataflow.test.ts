import { afterEach, describe, expect, it } from "vitest";
import type { Change, FromDataflow } from "./change";
import { createPageCompiler } from "./compile-page";
import { Dataflow } from "./dataflow";
import type { InputValue } from "./notebook-state";

/** A page whose cells run here, and a record of what they say. */
class Page {
  readonly said: FromDataflow[] = [];
  private readonly compile;
  private readonly sent = new Map<string, unknown>();
  private epoch = 0;
  readonly flow = new Dataflow({
    toUrl: (code) => `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`,
    load: (url) => import(/* @vite-ignore */ url),
    post: (message) => this.said.push(message),
  });

  constructor(
    private cells: Record<string, string>,
    private readonly inputs: Record<string, InputValue> = {},
    modules: Record<string, string> = {},
  ) {
    this.compile = createPageCompiler(modules);
    this.change({ set: inputs, need: Object.keys(cells) });
  }

  change(change: Omit<Change, "epoch"> = {}, cells: Record<string, string> = {}): void {
    this.cells = { ...this.cells, ...cells };
    const list = Object.entries(this.cells).map(([id, code]) => ({ id, title: id, code }));
    const { definitions, graph } = this.compile(list, Object.keys(this.inputs));
    if (graph.problems.size > 0) throw new Error(JSON.stringify([...graph.problems]));
    const define = [...definitions.values()].filter((one) => this.sent.get(one.id) !== one);
    for (const one of define) this.sent.set(one.id, one);
    this.flow.change({ epoch: ++this.epoch, define, ...change });
  }

  /** Waits until nothing has been said for a while; returns the cells that have run since, in order. */
  async settle(): Promise<string[]> {
    for (let before = -1; before !== this.said.length; ) {
      before = this.said.length;
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    const ran = this.said.flatMap((message) => (message.type === "started" ? [message.cell] : []));
    this.shown = this.said.flatMap((message) => (message.type === "display" ? [message] : []));
    this.last = [...this.said];
    this.said.length = 0;
    return ran;
  }

  shown: Extract<FromDataflow, { type: "display" }>[] = [];
  last: FromDataflow[] = [];

  textOf(cell: string): string[] {
    return this.shown
      .filter((one) => one.cell === cell)
      .map(({ display }) =>
        "text" in display ? display.text : "message" in display ? display.message : display.kind,
      );
  }
}

const pages: Page[] = [];
const page = (...args: ConstructorParameters<typeof Page>) => {
  const made = new Page(...args);
  pages.push(made);
  return made;
};
afterEach(() => {
  for (const { flow } of pages.splice(0)) flow.change({ epoch: 1e9, need: [] });
});

describe("cells of one page", () => {
  it("run in the order of their needs, wherever they stand", async () => {
    const flow = page({ c: "b + 1", a: "const a: number = 1;", b: "const b = a + 1;\nb" });
    expect(await flow.settle()).toEqual(["a", "b", "c"]);
    expect([flow.textOf("b"), flow.textOf("c")]).toEqual([["2"], ["3"]]);
  });

  it("run again when what they need changes, and no others do", async () => {
    const flow = page({ a: "const a = T * 2;", b: "a + 1", c: "const c = 1;", d: "c" }, { T: 1 });
    await flow.settle();
    flow.change({ set: { T: 5 } });
    expect(await flow.settle()).toEqual(["a", "b"]);
    expect(flow.textOf("b")).toEqual(["11"]);
    flow.change({}, { c: "const c = 2;" });
    expect(await flow.settle()).toEqual(["c", "d"]);
  });

  it("share destructured names, functions, classes, enums, and wait for promises", async () => {
    const flow = page({
      a: "const { x, y: [z], ...rest } = { x: 1, y: [2], w: 3 };\nfunction f(n: number) { return n * 10; }\nclass C { v = 4 }\nenum E { A = 5 }",
      b: "const late = new Promise<number>((done) => setTimeout(() => done(6), 20));",
      c: "[x, z, rest.w, f(1), new C().v, E.A, late].join()",
    });
    expect(await flow.settle()).toEqual(["a", "b", "c"]);
    expect(flow.textOf("c")).toEqual(["1,2,3,10,4,5,6"]);
  });

  it("follow a generator value by value, and replace what they show", async () => {
    const flow = page({
      a: "async function* count() { for (let i = 1; i <= 3; i++) yield i; }\nconst n = count();\nn",
      b: "n * 10",
    });
    const ran = await flow.settle();
    expect(ran.filter((id) => id === "b")).toHaveLength(3);
    expect(flow.textOf("b")).toEqual(["10", "20", "30"]);
    expect(flow.textOf("a").at(-1)).toBe("3");
    expect(flow.shown.filter(({ cell }) => cell === "a").every(({ at }) => at === 0)).toBe(true);
  });

  it("keep the run that is newest: an older one shows nothing more and keeps nobody waiting", async () => {
    const flow = page({ a: 'if (T === 1) await new Promise(() => {});\ndisplay("T is " + T);' }, { T: 1 });
    await flow.settle();
    flow.change({ set: { T: 2 } });
    expect(await flow.settle()).toEqual(["a"]);
    expect(flow.textOf("a")).toEqual(["T is 2"]);
  });

  it("end the timers of a run that is over", async () => {
    const flow = page({ a: "setInterval(() => console.log(T), 10);" }, { T: 1 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    flow.change({ set: { T: 2 } });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const texts = flow.said.flatMap((one) =>
      one.type === "display" && "text" in one.display ? [one.display.text] : [],
    );
    expect(texts.lastIndexOf("1")).toBeLessThan(texts.indexOf("2"));
    flow.change({}, { a: "1" });
  });

  it("wait when they are not needed, and say so", async () => {
    const flow = page({ a: "const a = T;", b: "a" }, { T: 1 });
    await flow.settle();
    flow.change({ need: ["a"], set: { T: 2 } });
    expect(await flow.settle()).toEqual(["a"]);
    expect(flow.last).toContainEqual({ type: "waiting", cell: "b", epoch: 2 });
    flow.change({ need: ["a", "b"] });
    expect(await flow.settle()).toEqual(["b"]);
    expect(flow.textOf("b")).toEqual(["2"]);
  });

  it("never run the code that waited once there is newer code to run", async () => {
    const flow = page({ a: "1", b: "2" });
    await flow.settle();
    flow.change({ need: ["a"] }, { b: "display('old')" });
    expect(await flow.settle()).toEqual([]);
    flow.change({ need: ["a", "b"] }, { b: "display('new')" });
    expect(await flow.settle()).toEqual(["b"]);
    expect(flow.textOf("b")).toEqual(["new"]);
  });

  it("run with their dependants when asked to run again", async () => {
    const flow = page({ a: "const a = 1;", b: "a", c: "2" });
    await flow.settle();
    flow.change({ run: ["a"] });
    expect(await flow.settle()).toEqual(["a", "b"]);
  });

  it("name the line of an error, and tell dependants that they are blocked", async () => {
    const flow = page({ a: "const a = 1;\nnull.x;", b: "a" });
    expect(await flow.settle()).toEqual(["a"]);
    expect(flow.shown[0].display).toMatchObject({ kind: "error", line: 2 });
    expect(flow.last).toContainEqual({ type: "blocked", cell: "b", epoch: 1, name: "a" });
    flow.change({}, { a: "const a = 1;" });
    expect(await flow.settle()).toEqual(["a", "b"]);
  });

  it("can hand a name over to another cell", async () => {
    const flow = page({ a: "const x = 1;", b: "const y = 2;", c: "x" });
    await flow.settle();
    flow.change({}, { a: "const y = 3;", b: "const x = 4;" });
    await flow.settle();
    expect(flow.textOf("c")).toEqual(["4"]);
  });

  it("import the lesson's files once for all", async () => {
    const modules = { "count.ts": "let n = 0;\nexport const next = () => ++n;" };
    const flow = page(
      {
        a: 'import { next } from "../count";\nconst a = next();',
        b: 'import { next } from "../count";\na * 100 + next()',
      },
      {},
      modules,
    );
    await flow.settle();
    expect(flow.textOf("b")).toEqual(["102"]);
  });

  it("follow a control that another cell made, and find it as the reader left it", async () => {
    const flow = page(
      { a: "const x = input.slider({ min: 0, max: T, value: 1, step: 1 });", b: "x * 2" },
      { T: 10 },
    );
    await flow.settle();
    expect(flow.textOf("b")).toEqual(["2"]);
    flow.change({ turn: [{ cell: "a", control: 0, value: 4 }] });
    expect(await flow.settle()).toEqual(["b"]);
    expect(flow.textOf("b")).toEqual(["8"]);
    flow.change({ turn: [{ cell: "a", control: 0, value: 11 }] });
    expect(await flow.settle()).toEqual([]);
    flow.change({ run: ["a"] });
    await flow.settle();
    expect(flow.textOf("b")).toEqual(["8"]);
  });

  it("have calls ended with the run that made them", async () => {
    const flow = page({ a: 'const m = await model("m" + T);', b: 'display("never"); m' }, { T: 1 });
    await flow.settle();
    const first = flow.last.find((one) => one.type === "call");
    expect(first).toMatchObject({ method: "model", args: { model: "m1" } });
    flow.change({ set: { T: 2 } });
    await flow.settle();
    const second = flow.last.find((one) => one.type === "call");
    if (first?.type !== "call" || second?.type !== "call") throw new Error("no call");
    flow.flow.answer(first.call, { value: { vocabularySize: 1 } });
    expect(await flow.settle()).toEqual([]);
    flow.flow.answer(second.call, { value: { vocabularySize: 1 } });
    expect(await flow.settle()).toEqual(["b"]);
  });
});
