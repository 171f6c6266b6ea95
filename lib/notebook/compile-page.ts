/**
 * All cells of a page → who needs whom, and what the kernel runs. Pure but for its memory of what it has read.
 * Load it on demand (`await import`): sucrase and acorn weigh more than the rest of a page.
 */

import { cellPath } from "./cell-path";
import type { CellDefinition } from "./change";
import type { ErrorDisplay } from "./display";
import { type Graph, type GraphCell, toGraph } from "./graph";
import { Modules } from "./modules";
import { linkCell, type ParsedCell, parseCell } from "./parse-cell";
import { ProgramError } from "./program";

export interface PageCell {
  id: string;
  title: string;
  code: string;
}

export interface CompiledPage {
  graph: Graph;
  /** Of every cell without a problem; the same object as long as nothing about it has changed. */
  definitions: ReadonlyMap<string, CellDefinition>;
}

export type PageCompiler = (cells: readonly PageCell[], inputs: readonly string[]) => CompiledPage;

interface Reading extends Partial<Pick<ParsedCell, "module" | "libraries">> {
  code: string;
  defines: ParsedCell["defines"];
  free: ParsedCell["free"];
  unreadable?: ErrorDisplay;
}

/** `modules`: the lesson's files that cells may import, by path. A cell is read again only when its code changes. */
export function createPageCompiler(modules: Readonly<Record<string, string>>): PageCompiler {
  const files = new Modules(modules);
  const readings = new Map<string, Reading>();
  const linked = new Map<string, { key: string; reading: Reading; definition: CellDefinition }>();

  const read = ({ id, code }: PageCell): Reading => {
    const old = readings.get(id);
    if (old?.code === code) return old;
    const reading = tryRead(id, code, files, old);
    readings.set(id, reading);
    return reading;
  };

  return (cells, inputs) => {
    const graphCells = cells.map(({ id, title, code }): GraphCell => {
      const { defines, free, unreadable } = read({ id, title, code });
      return { id, title, defines, free, unreadable };
    });
    const graph = toGraph(graphCells, inputs);
    const definitions = new Map<string, CellDefinition>();
    for (const { id } of cells) {
      const reading = readings.get(id)!;
      const takes = graph.takes.get(id)!;
      if (graph.problems.has(id) || !reading.module) continue;
      const key = JSON.stringify(takes);
      const old = linked.get(id);
      const isSame = old?.reading === reading && old.key === key;
      const definition = isSame ? old.definition : link(id, reading as ParsedCell, takes);
      linked.set(id, { key, reading, definition });
      definitions.set(id, definition);
    }
    return { graph, definitions };
  };
}

function link(
  id: string,
  cell: ParsedCell,
  { shared, library }: { shared: string[]; library: string[] },
): CellDefinition {
  return {
    id,
    module: linkCell(cell, [...shared, ...library]),
    libraries: cell.libraries,
    shared,
    library,
    defines: cell.defines.map(({ name }) => name),
  };
}

function tryRead(id: string, code: string, files: Modules, old: Reading | undefined): Reading {
  try {
    return { code, ...parseCell(id, code, files) };
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    // What the others need of it is what it last was: one missing bracket must not bring errors about names.
    return {
      code,
      defines: old?.defines ?? [],
      free: old?.free ?? [],
      unreadable: toDisplay(error, cellPath(id)),
    };
  }
}

function toDisplay({ name, message, module, line }: ProgramError, path: string): ErrorDisplay {
  return { kind: "error", name, message, line: module === path ? line : undefined };
}
