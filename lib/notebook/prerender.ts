import type { FromDataflow } from "./change";
import { compile } from "./compile";
import { createPageCompiler, type PageCell } from "./compile-page";
import { type Display, display } from "./display";
import type { InputSpec } from "./notebook-state";
import { type Program, ProgramError } from "./program";
import { inputsBehind } from "./reach";
import { type CellServices, noServices } from "./services";
import { runInThread } from "./thread";

/** What a cell shows before anything runs in the page, and the inputs of the text that it belongs to. */
export interface Prerendered {
  outputs: Display[];
  reads: string[];
}

/**
 * Runs all cells of a page in Node, with the authors' inputs, by the same road as in the page. Errors of cells
 * are displays, as there. Keyed by cell.
 */
export async function prerenderPage(
  name: string,
  cells: readonly PageCell[],
  inputs: readonly InputSpec[],
  modules: Readonly<Record<string, string>>,
  services: CellServices = noServices,
): Promise<Map<string, Prerendered>> {
  const names = inputs.map((input) => input.name);
  const { graph, definitions } = createPageCompiler(modules)(cells, names);
  const shown = new Map<string, Display[]>();
  for (const { id } of cells) {
    const problem = graph.problems.get(id);
    shown.set(id, problem ? [problem] : []);
  }
  const left = new Set(definitions.keys());
  const hear = (message: Exclude<FromDataflow, { type: "call" }>) => {
    if (message.type === "display") shown.get(message.cell)![message.at] = display.parse(message.display);
    if (message.type === "finished" || message.type === "blocked") left.delete(message.cell);
    return left.size === 0;
  };
  const change = {
    epoch: 1,
    define: [...definitions.values()],
    set: Object.fromEntries(inputs.map(({ name: input, initial }) => [input, initial])),
    need: [...definitions.keys()],
  };
  if (left.size > 0)
    await runInThread(name, { change }, services, (message) =>
      message.type === "shown" || message.type === "done" ? false : hear(message),
    );
  return new Map(
    cells.map(({ id }) => [
      id,
      { outputs: shown.get(id)!.filter(Boolean), reads: inputsBehind(graph, id, names) },
    ]),
  );
}

/** Runs a program, such as the check of an exercise, in Node and returns what it shows. */
export async function prerender(program: Program): Promise<Display[]> {
  const displays: Display[] = [];
  try {
    await runInThread(program.entry, { program: compile(program) }, noServices, (message) => {
      if (message.type === "shown") displays.push(display.parse(message.display));
      return message.type === "done";
    });
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    return [{ kind: "error", name: error.name, message: error.message, line: error.line }];
  }
  return displays;
}
