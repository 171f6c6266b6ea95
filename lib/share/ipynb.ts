import { z } from "@/lib/zod";
import { type ExportedCell, type ExportedNotebook, ImportError, type ImportedNotebook } from "./exported";
import { limits } from "./limits";
import { fromOneScope, orderModules, toOneScope } from "./one-scope";
import { toOutput } from "./outputs";
import { toPrelude } from "./prelude";
import { sharedNotebook } from "./shared-notebook";

/** Jupyter notebooks (nbformat 4.5, Deno's kernel) ⇄ notebooks of ours. What is ours is marked in the metadata. */

const kernel = {
  kernelspec: { name: "deno", display_name: "Deno", language: "typescript" },
  language_info: {
    name: "typescript",
    file_extension: ".ts",
    mimetype: "text/x.typescript",
    codemirror_mode: "typescript",
    pygments_lexer: "typescript",
    nbconvert_exporter: "script",
  },
};

interface JupyterCell {
  id: string;
  cell_type: "markdown" | "code";
  metadata: Record<string, unknown>;
  source: string[];
  execution_count?: null;
  outputs?: unknown[];
}

export function toIpynb(notebook: ExportedNotebook): string {
  const { lesson, inputs, cells } = notebook;
  const setUp = [markdown("about", toIntroduction(notebook)), code("prelude", toPrelude(notebook.address))];
  if (inputs.length > 0) setUp.push(code("inputs", toInputs(notebook)));
  for (const [i, path] of orderModules(notebook.modules).entries())
    setUp.push(
      code(`file-${i + 1}`, `// ${path}, a file of the lesson\n${toOneScope(notebook.modules[path])}`),
    );
  return `${JSON.stringify(
    {
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {
        ...kernel,
        glassbox: {
          version: 1,
          lesson,
          inputs: Object.fromEntries(inputs.map(({ name, value }) => [name, value])),
        },
      },
      cells: [...setUp, ...cells.flatMap((cell) => toCells(cell, notebook.address))],
    },
    null,
    1,
  )}\n`;
}

function toIntroduction({ title, address, modules }: ExportedNotebook): string {
  const files =
    Object.keys(modules).length > 0 ? "The lesson's own files stand in the cells above its cells. " : "";
  return [
    `# ${title}`,
    "",
    `From [Glassbox](${address}), an interactive course on language models. There the cells know of each other, ` +
      "models run, and sliders move.",
    "",
    `Here, in Deno's kernel, run the cells from top to bottom. ${files}Plain TypeScript, tables and text work; ` +
      "sliders are constants; `model()`, arrays and charts need the page and say so, and what builds on them has " +
      "nothing to build on. Code has that kernel's powers here, files and network among them: Glassbox's sandbox " +
      "ends at its page.",
  ].join("\n");
}

function toInputs({ inputs }: ExportedNotebook): string {
  return [
    "// The page's sliders and fields, as they stood.",
    ...inputs.map(({ name, value }) => `let ${name} = ${JSON.stringify(value)};`),
  ].join("\n");
}

function toCells(
  { id, title, code: source, after, outputs, heading }: ExportedCell,
  address: string,
): JupyterCell[] {
  const ours = { id, title, ...(after === undefined ? {} : { after }) };
  const cell: JupyterCell = {
    ...code(`cell-${id}`.slice(0, 64), toOneScope(source)),
    metadata: { glassbox: ours },
    outputs: outputs.map(toOutput),
  };
  if (!heading) return [cell];
  return [
    markdown(
      `above-${id}`.slice(0, 64),
      `## ${heading.text}\n\n[Read this section](${address}#${heading.id})`,
    ),
    cell,
  ];
}

function markdown(id: string, text: string): JupyterCell {
  return { id, cell_type: "markdown", metadata: {}, source: toLines(text) };
}

function code(id: string, text: string): JupyterCell {
  return { id, cell_type: "code", metadata: {}, source: toLines(text), execution_count: null, outputs: [] };
}

/** As Jupyter writes them: every line with its break. */
function toLines(text: string): string[] {
  return text.split(/(?<=\n)/);
}

const source = z.union([z.string(), z.array(z.string())]);
const ours = z.object({ id: z.string(), after: z.string().optional() });
const jupyterNotebook = z.object({
  nbformat: z.literal(4),
  metadata: z.object({ glassbox: z.unknown().optional() }),
  cells: z.array(
    z.object({ cell_type: z.string(), source, metadata: z.object({ glassbox: ours.optional() }) }),
  ),
});
const origin = z.object({
  version: z.literal(1),
  lesson: z.string().max(100),
  inputs: sharedNotebook.shape.inputs,
});

/** The cells of ours in a Jupyter notebook; throws an `ImportError` for anything that Glassbox has not written. */
export function fromIpynb(text: string): ImportedNotebook {
  const notebook = jupyterNotebook.safeParse(parseJson(text));
  if (!notebook.success) throw new ImportError("This file is not a Jupyter notebook of version 4.");
  const from = origin.safeParse(notebook.data.metadata.glassbox);
  if (!from.success)
    throw new ImportError(
      notebook.data.metadata.glassbox === undefined
        ? "This notebook was not exported from Glassbox, so there is no telling which cell is which. Copy its code into cells of your own."
        : "This notebook was exported by a version of Glassbox that this page cannot read.",
    );
  const cells = notebook.data.cells.flatMap(({ metadata, source, cell_type }) =>
    metadata.glassbox && cell_type === "code"
      ? [{ ...metadata.glassbox, code: fromOneScope([source].flat().join("")) }]
      : [],
  );
  return { lesson: from.data.lesson, cells, inputs: from.data.inputs };
}

function parseJson(text: string): unknown {
  if (text.length > limits.file)
    throw new ImportError(`This file is larger than ${limits.file / 1024 / 1024} MB.`);
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportError("This file is not a Jupyter notebook: it is not JSON.");
  }
}
