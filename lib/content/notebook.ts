import { evaluate } from "@mdx-js/mdx";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import { type InputTag, isInputTag, toInput } from "@/lib/notebook/input-tags";
import type { CellSpec, NotebookSpec } from "@/lib/notebook/notebook-state";
import { prerenderPage } from "@/lib/notebook/prerender";
import { drawAtBuild } from "./draw-at-build";
import { type Lesson, lessonPath } from "./lesson";
import { modelFile, openedModel, readModelSource } from "./model-source";
import { readProgram } from "./program";
import { servicesAtBuild } from "./services";

interface Part {
  tag: string;
  props: Record<string, unknown>;
}

export interface LessonNotebook extends NotebookSpec {
  /** The inputs of the text with their kinds and types, by name. */
  controls: Record<string, InputTag>;
}

const made = new Map<string, Promise<LessonNotebook>>();

/**
 * The notebook of a lesson: its cells and inputs in the order of the text, run once with the author's values.
 * Fails the build where a cell does.
 */
export async function notebookAtBuild(lesson: Lesson): Promise<LessonNotebook> {
  const read = await readNotebook(lesson);
  const key = JSON.stringify([lesson.folder, read]);
  const notebook = made.get(key) ?? runNotebook(lesson, read);
  made.set(key, notebook);
  return notebook;
}

type ReadNotebook = Omit<LessonNotebook, "cells"> & { cells: Pick<CellSpec, "id" | "title" | "code">[] };

/** The same before anything has run. */
export async function readNotebook(lesson: Lesson): Promise<ReadNotebook> {
  const where = `lessons/${lesson.folder}/${lesson.locale}.mdx`;
  const controls: Record<string, InputTag> = {};
  const cells: ReadNotebook["cells"] = [];
  const modules: Record<string, string> = {};
  for (const { tag, props } of await findParts(lesson.text)) {
    if (isInputTag(tag)) {
      const input = toInput(tag, props, where);
      if (controls[input.name]) throw new Error(`${where}: two inputs are named ${input.name}.`);
      controls[input.name] = input;
    } else if (tag === "Cell") {
      const { name, title = name } = props as { name: string; title?: string };
      const { entry, modules: files } = await readProgram(lesson.folder, `cells/${name}.ts`);
      const { [entry]: code, ...others } = files;
      if (cells.some(({ id }) => id === name)) throw new Error(`${where}: two cells are named ${name}.`);
      cells.push({ id: name, title, code: code.trimEnd() });
      Object.assign(modules, others);
    } else if (tag === "OpenModel") {
      cells.push({ id: openedModel, title: modelFile, code: (await readModelSource()).trimEnd() });
    }
  }
  const inputs = Object.values(controls).map(({ name, initial }) => ({ name, initial }));
  return { cells, inputs, modules, controls };
}

async function runNotebook(lesson: Lesson, read: ReadNotebook): Promise<LessonNotebook> {
  const name = lessonPath(lesson.folder);
  const shown = await prerenderPage(name, read.cells, read.inputs, read.modules, servicesAtBuild);
  const cells = read.cells.map((cell): CellSpec => {
    const { outputs, reads } = shown.get(cell.id)!;
    return { ...cell, outputs: drawAtBuild(outputs), reads };
  });
  for (const { id, outputs } of cells) {
    const failed = outputs.find((output) => output.kind === "error");
    if (failed)
      throw new Error(
        `lessons/${lesson.folder}/cells/${id}.ts, line ${failed.line ?? "?"}: ${failed.message}`,
      );
  }
  return { ...read, cells };
}

/** The tags of a text that make its notebook, in order, with the values of their attributes. */
async function findParts(text: string): Promise<Part[]> {
  const parts: Part[] = [];
  const element = (type: unknown, props: Record<string, unknown>) => ({ type, props });
  const { default: Text } = await evaluate(text, {
    remarkPlugins: [remarkGfm, remarkMath],
    Fragment: "fragment",
    jsx: element,
    jsxs: element,
  } as unknown as Parameters<typeof evaluate>[1]);
  // Every tag is its own name here; the text is a function that returns the tree of what it holds.
  const names = Object.fromEntries([...text.matchAll(/<([A-Z]\w*)/g)].map(([, name]) => [name, name]));
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    if (typeof node !== "object" || node === null || !("props" in node)) return;
    const { type, props } = node as { type: unknown; props: Record<string, unknown> };
    if (typeof type === "string" && (type === "Cell" || type === "OpenModel" || isInputTag(type)))
      parts.push({ tag: type, props });
    if (typeof type === "function") visit(type(props));
    visit(props.children);
  };
  visit(Text({ components: names }));
  return parts;
}
