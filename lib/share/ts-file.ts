import { type ExportedNotebook, ImportError, type ImportedNotebook } from "./exported";
import { limits } from "./limits";

/** A notebook as one TypeScript file, cells marked as editors mark them: `// %% softmax`. */

const first = "// glassbox notebook v1: ";

export function toTsFile({ lesson, title, address, cells, inputs }: ExportedNotebook): string {
  const head = [
    `${first}${lesson}`,
    `// ${title}, from ${address}`,
    "// To be read, edited and imported there: what cells import and share with each other is on that page.",
    ...inputs.map(({ name, value }) => `// input ${name} = ${JSON.stringify(value)}`),
  ];
  const parts = cells.map(({ id, code, after }) => {
    const place = after === undefined ? "" : ` below ${after}`;
    return `// %% ${id}${place}\n${escapeMarks(code)}\n`;
  });
  return `${head.join("\n")}\n\n${parts.join("\n")}`;
}

/** Throws an `ImportError` for a file that `toTsFile` cannot have written. */
export function fromTsFile(text: string): ImportedNotebook {
  const file = text.replaceAll("\r\n", "\n");
  if (file.length > limits.file)
    throw new ImportError(`This file is larger than ${limits.file / 1024 / 1024} MB.`);
  const lesson = new RegExp(`^${first}([\\w-]+)$`, "m").exec(file)?.[1];
  if (!lesson || !file.startsWith(first))
    throw new ImportError("This file was not exported from Glassbox: its first line does not say so.");
  const [head, ...parts] = file.split(/^\/\/ %% (?=[\w-])/m);
  return { lesson, cells: parts.map(readCell), inputs: readInputs(head) };
}

function readCell(part: string, i: number, all: readonly string[]) {
  const [, id, after, code] = /^([\w-]+)(?: below ([\w-]+))?[^\S\n]*(?:\n|$)([\s\S]*)$/.exec(part) ?? [];
  if (id === undefined) throw new ImportError(`The mark of a cell is damaged: // %% ${part.split("\n")[0]}`);
  // Each part but the last is followed by an empty line.
  const text = i < all.length - 1 ? code.replace(/\n\n$/, "") : code.replace(/\n$/, "");
  return { id, code: restoreMarks(text), ...(after === undefined ? {} : { after }) };
}

function readInputs(head: string): ImportedNotebook["inputs"] {
  const lines = [...head.matchAll(/^\/\/ input ([\w$]+) = (.*)$/gm)];
  return Object.fromEntries(
    lines.map(([line, name, value]) => {
      try {
        return [name, JSON.parse(value)];
      } catch {
        throw new ImportError(`The value of an input is damaged: ${line}`);
      }
    }),
  );
}

/** A reader's own mark gets one % more, so that it stays part of their code. */
function escapeMarks(code: string): string {
  return code.replaceAll(/^\/\/ %%/gm, "// %%%");
}

function restoreMarks(code: string): string {
  return code.replaceAll(/^\/\/ %%%/gm, "// %%");
}
