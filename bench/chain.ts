import { createPageCompiler } from "../lib/notebook/compile-page";
import { Dataflow } from "../lib/notebook/dataflow";
import { createNotebook, type KernelMessage } from "../lib/notebook/notebook";

const loader = {
  toUrl: (code: string) => `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`,
  load: (url: string) => import(url),
};

/** Times, in Node, of re-running a chain of cells each of which needs the one before, from a changed input. */
export async function timeChain(length: number, runs: number): Promise<number[]> {
  const cells = Array.from({ length }, (_, i) => ({
    id: `c${i}`,
    title: `C${i}`,
    code: i === 0 ? "const x0 = T;" : `const x${i} = x${i - 1} + 1;${i === length - 1 ? `\nx${i}` : ""}`,
    outputs: [],
    reads: ["T"],
  }));
  const notebook = createNotebook({ cells, inputs: [{ name: "T", initial: 0 }], modules: {} }, async () => ({
    createCompiler: () => createPageCompiler({}),
    async openKernel({ onMessage }) {
      const flow = new Dataflow({ ...loader, post: (message) => onMessage(message as KernelMessage) });
      return { change: (change) => flow.change(change), close() {} };
    },
  }));
  for (const { id } of cells) notebook.setVisible(id, true);
  const last = () => notebook.getState().cells.at(-1);
  const shows = (value: number) =>
    new Promise<void>((resolve) => {
      const end = notebook.subscribe(() => {
        const [output] = last()?.outputs ?? [];
        if (last()?.phase !== "done" || output?.kind !== "text" || output.text !== String(value)) return;
        end();
        resolve();
      });
    });
  const times: number[] = [];
  for (let T = 1; T <= runs + 1; T++) {
    const start = performance.now();
    const shown = shows(T + length - 1);
    notebook.setInput("T", T);
    await shown;
    // The first run loads and defines everything.
    if (T > 1) times.push(performance.now() - start);
  }
  notebook.close();
  return times;
}
