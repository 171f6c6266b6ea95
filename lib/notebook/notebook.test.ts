import { afterEach, describe, expect, it } from "vitest";
import { createPageCompiler } from "./compile-page";
import { Dataflow } from "./dataflow";
import { createNotebook, type KernelEvents, type KernelMessage } from "./notebook";
import type { InputValue, NotebookSpec } from "./notebook-state";

const loader = {
  toUrl: (code: string) => `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`,
  load: (url: string) => import(/* @vite-ignore */ url),
};

interface Setup {
  inputs?: Record<string, InputValue>;
  reads?: Record<string, string[]>;
}

/** A notebook whose kernel is here; `ran` records which cells began to run, in order. */
function open(code: Record<string, string>, { inputs = {}, reads = {} }: Setup = {}) {
  const spec: NotebookSpec = {
    cells: Object.entries(code).map(([id, text]) => ({
      id,
      title: id.toUpperCase(),
      code: text,
      outputs: [{ kind: "text", text: `${id} as built`, tone: "value" }],
      reads: reads[id] ?? [],
    })),
    inputs: Object.entries(inputs).map(([name, initial]) => ({ name, initial })),
    modules: {},
  };
  const ran: string[] = [];
  const kernels: (KernelEvents & { closed: boolean })[] = [];
  let loads = 0;
  const notebook = createNotebook(spec, async () => {
    loads++;
    return {
      createCompiler: () => createPageCompiler({}),
      async openKernel(events) {
        const kernel = { ...events, closed: false };
        kernels.push(kernel);
        const flow = new Dataflow({
          ...loader,
          post(message) {
            if (kernel.closed) return;
            if (message.type === "started") ran.push(message.cell);
            events.onMessage(JSON.parse(JSON.stringify(message)) as KernelMessage);
          },
        });
        return {
          change: (change) => flow.change(structuredClone(change)),
          close() {
            kernel.closed = true;
          },
        };
      },
    };
  });
  const cell = (id: string) => notebook.getState().cells.find((one) => one.id === id)!;
  const see = (...ids: string[]) => {
    for (const one of notebook.getState().cells) notebook.setVisible(one.id, ids.includes(one.id));
  };
  const settle = async () => {
    for (let quiet = 0, before = ""; quiet < 3; ) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      const now = JSON.stringify([notebook.getState(), ran]);
      quiet = now === before ? quiet + 1 : 0;
      before = now;
    }
    return ran.splice(0);
  };
  const textOf = (id: string) =>
    cell(id).outputs.map((one) => ("text" in one ? one.text : "message" in one ? one.message : one.kind));
  opened.push(notebook);
  return { notebook, cell, see, settle, textOf, kernels, loads: () => loads };
}

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

describe("a notebook", () => {
  it("loads and runs nothing before it is asked to", async () => {
    const { cell, see, settle, loads, textOf } = open({ a: "1" }, { inputs: { T: 1 } });
    see("a");
    expect(await settle()).toEqual([]);
    expect([loads(), cell("a").phase, textOf("a")]).toEqual([0, "prebuilt", ["a as built"]]);
  });

  it("runs a cell after those it needs, and no others", async () => {
    const { notebook, settle, cell, textOf } = open({
      a: "const a = 1;",
      b: "const b = a + 1;",
      c: "b",
      d: "a",
    });
    notebook.run("c");
    expect(cell("c").phase).toBe("running");
    expect(await settle()).toEqual(["a", "b", "c"]);
    expect([cell("c").phase, textOf("c"), cell("d").phase]).toEqual(["done", ["2"], "prebuilt"]);
    notebook.run("c");
    expect(await settle()).toEqual(["c"]);
  });

  it("tells which addresses code tried to reach, a few of them, until the next kernel", async () => {
    const { notebook, settle, kernels } = open({ a: "1" });
    notebook.run("a");
    await settle();
    for (let i = 0; i < 9; i++) kernels[0].onMessage({ type: "refused", address: `https://${i}.example/` });
    expect(notebook.getState().refused).toEqual([0, 1, 2, 3, 4].map((i) => `https://${i}.example/`));
    notebook.restart();
    expect(notebook.getState().refused).toHaveLength(5);
    notebook.run("a");
    await settle();
    expect(notebook.getState().refused).toEqual([]);
  });

  it("runs nothing while frozen, whatever is asked, and nothing by itself afterwards", async () => {
    const { notebook, see, settle, cell, textOf } = open(
      { a: "T + 1", b: "a" },
      { inputs: { T: 1 }, reads: { a: ["T"] } },
    );
    see("a", "b");
    notebook.run("a");
    await settle();
    notebook.freeze(true);
    notebook.setCode("b", "globalThis.evil = 1;");
    notebook.addCell({ id: "own-1", title: "Own", code: "const table = () => 0;" }, "b");
    notebook.setInput("T", 5);
    notebook.run("b");
    notebook.runAll();
    expect(await settle()).toEqual([]);
    notebook.freeze(false);
    expect(await settle()).toEqual([]);
    notebook.run("a");
    expect(await settle()).toEqual(["a"]);
    expect([cell("a").phase, textOf("a")]).toEqual(["done", ["6"]]);
  });

  it("runs what depends on a changed cell where it can be seen, and the rest when it comes into view", async () => {
    const { notebook, see, settle, cell, textOf } = open({ a: "const a = 1;", b: "a + 1", c: "a + 2" });
    see("a", "b");
    notebook.runAll();
    await settle();
    notebook.setCode("a", "const a = 10;");
    notebook.run("a");
    expect(await settle()).toEqual(["a", "b"]);
    expect([textOf("b"), cell("c").phase, textOf("c")]).toEqual([["11"], "waiting", ["3"]]);
    see("c");
    expect(await settle()).toEqual(["c"]);
    expect([cell("c").phase, textOf("c")]).toEqual(["done", ["12"]]);
  });

  it("starts on the first change of an input, and says which values outputs belong to", async () => {
    const { notebook, see, settle, cell, textOf } = open(
      { a: "T * 2", b: "1" },
      { inputs: { T: 1 }, reads: { a: ["T"] } },
    );
    see("a", "b");
    expect(cell("a").belongs.inputs).toEqual({ T: 1 });
    notebook.setInput("T", 4);
    expect(await settle()).toEqual(["a"]);
    expect([textOf("a"), cell("a").belongs.inputs, cell("b").phase]).toEqual([["8"], { T: 4 }, "prebuilt"]);
  });

  it("shows the last of many values, and nothing that belongs to an earlier one", async () => {
    const { notebook, see, settle, textOf, cell } = open(
      { a: "await new Promise((r) => setTimeout(r, T % 2 ? 80 : 5)); T" },
      { inputs: { T: 0 }, reads: { a: ["T"] } },
    );
    see("a");
    for (let T = 1; T <= 6; T++) {
      notebook.setInput("T", T);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await settle();
    expect([textOf("a"), cell("a").phase, cell("a").belongs.inputs]).toEqual([["6"], "done", { T: 6 }]);
  });

  it("names the cells that define the same name, and those that need each other", async () => {
    const { notebook, settle, textOf } = open({ a: "const x = 1;", b: "const y = 1;", c: "const z = y;" });
    notebook.setCode("b", "const x = 2;");
    notebook.run("b");
    await settle();
    expect(textOf("b")[0]).toMatch(/^x is defined in “A” \(line 1\) and “B” \(line 1\)/);
    notebook.setCode("b", "const y = z;");
    notebook.run("b");
    await settle();
    expect(textOf("b")[0]).toContain("“B” → “C” → “B”");
    notebook.setCode("b", "const y = 5;\ny");
    notebook.run("b");
    await settle();
    expect(textOf("b")).toEqual(["5"]);
  });

  it("says which name is missing, and which was meant", async () => {
    const { notebook, settle, textOf, cell } = open({
      a: "const logits = [1];",
      b: "logit.length",
      c: "tabel([])",
    });
    notebook.run("b");
    notebook.run("c");
    expect(await settle()).toEqual([]);
    expect(textOf("b")).toEqual(["There is no logit on this page. Did you mean logits?"]);
    expect(textOf("c")).toEqual(["There is no tabel on this page. Did you mean table?"]);
    expect(cell("c").outputs[0]).toMatchObject({ line: 1 });
  });

  it("refuses to change another cell's name", async () => {
    const { notebook, settle, textOf } = open({ a: "let n = 1;", b: "n = 2;" });
    notebook.run("b");
    expect(await settle()).toEqual([]);
    expect(textOf("b")[0]).toContain("n belongs to the cell “A”: a cell can change its own names only.");
  });

  it("stops at once and goes on with what was shown; only what is needed is computed again", async () => {
    const { notebook, settle, cell, textOf, kernels } = open({
      a: "const a = 1;",
      b: "await new Promise(() => {});",
      c: "a + 1",
      d: "2",
    });
    notebook.run("c");
    notebook.run("d");
    await settle();
    notebook.run("b");
    await settle();
    notebook.stop();
    expect([cell("b").phase, notebook.getState().kernel, kernels[0].closed]).toEqual([
      "stopped",
      "off",
      true,
    ]);
    expect([cell("c").phase, textOf("c")]).toEqual(["done", ["2"]]);
    await settle();
    notebook.run("c");
    expect(await settle()).toEqual(["a", "c"]);
  });

  it("keeps a stopped cell stopped when an input changes that it does not read", async () => {
    const { notebook, see, settle, cell } = open(
      { a: "await new Promise(() => {});", b: "T" },
      { inputs: { T: 1 }, reads: { b: ["T"] } },
    );
    see("a", "b");
    notebook.run("a");
    await settle();
    notebook.stop();
    notebook.setInput("T", 2);
    expect(await settle()).toEqual(["b"]);
    expect(cell("a").phase).toBe("stopped");
  });

  it("shows of a stopped run what that run has shown, and never what other code showed before", async () => {
    const { notebook, settle, cell, textOf } = open({ a: "1" });
    notebook.setCode("a", "await new Promise(() => {});");
    notebook.run("a");
    await settle();
    notebook.stop();
    expect([cell("a").phase, textOf("a"), cell("a").belongs.code]).toEqual(["stopped", [], cell("a").code]);
  });

  it("counts code that is on show from the next run of whoever needs it", async () => {
    const { notebook, settle, textOf } = open({ a: "const a = 1;", b: "a" });
    notebook.setCode("a", "const a = 7;");
    expect(await settle()).toEqual([]);
    notebook.run("b");
    expect(await settle()).toEqual(["a", "b"]);
    expect(textOf("b")).toEqual(["7"]);
  });

  it("brings the author's outputs back with the author's code", async () => {
    const { notebook, see, settle, cell, textOf } = open({ a: "const a = 1;\na", b: "a" });
    see("a", "b");
    notebook.setCode("a", "const a = 2;\na");
    notebook.run("a");
    await settle();
    notebook.reset("a");
    expect([cell("a").phase, textOf("a"), cell("a").code]).toEqual([
      "prebuilt",
      ["a as built"],
      "const a = 1;\na",
    ]);
    expect(await settle()).toEqual(["a", "b"]);
    expect(textOf("b")).toEqual(["1"]);
  });

  it("takes cells of the reader's own, and takes their names away with them", async () => {
    const { notebook, settle, cell, textOf } = open({ a: "1" });
    notebook.addCell({ id: "mine", title: "Mine", code: "" }, "a");
    notebook.setCode("mine", "const m = 3;");
    notebook.setCode("a", "m * 2");
    notebook.run("a");
    expect(await settle()).toEqual(["mine", "a"]);
    expect(textOf("a")).toEqual(["6"]);
    notebook.deleteCell("mine");
    await settle();
    expect(textOf("a")[0]).toMatch(/^There is no m on this page/);
    expect(cell("a").phase).toBe("failed");
  });

  it("shows what went wrong in those that ran when the kernel ends", async () => {
    const { notebook, settle, cell, textOf, kernels } = open({
      a: "console.log(1); await new Promise(() => {});",
      b: "2",
    });
    notebook.run("b");
    notebook.run("a");
    await settle();
    kernels[0].onEnd(new Error("too many words"));
    expect([cell("a").phase, textOf("a")]).toEqual(["failed", ["1", "too many words"]]);
    expect([cell("b").phase, textOf("b")]).toEqual(["done", ["2"]]);
  });

  it("replaces a kernel that does not answer, once", async () => {
    const spec: NotebookSpec = {
      cells: [{ id: "a", title: "A", code: "1", outputs: [], reads: [] }],
      inputs: [],
      modules: {},
    };
    let kernels = 0;
    const notebook = createNotebook(spec, async () => ({
      createCompiler: () => createPageCompiler({}),
      async openKernel() {
        kernels++;
        return { change() {}, close() {} };
      },
    }));
    notebook.run("a");
    await new Promise((resolve) => setTimeout(resolve, 6_500));
    expect(kernels).toBe(2);
    expect(notebook.getState().cells[0].outputs).toMatchObject([
      { message: expect.stringContaining("not answer") },
    ]);
    notebook.close();
  });

  it("follows a control of a cell, also when nothing has run yet", async () => {
    const { notebook, see, settle, textOf } = open({
      a: "const x = input.slider({ min: 0, max: 9, value: 1 });",
      b: "x * 2",
    });
    see("a", "b");
    notebook.turn("a", 0, 4);
    await settle();
    expect(textOf("b")).toEqual(["8"]);
    notebook.turn("a", 0, 5);
    expect(await settle()).toEqual(["b"]);
    expect(textOf("b")).toEqual(["10"]);
  });
});
