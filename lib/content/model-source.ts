import { readFile } from "node:fs/promises";
import path from "node:path";

/** The file with the forward pass that pages run, and the id of the cell that `<OpenModel />` makes of it. */
export const modelFile = "lib/model/gpt.ts";
export const openedModel = "gpt";

/** What stands in a cell where the file imports `np`, `nn` and `Tensor`: the same names are part of every cell. */
export const importLine = 'import { nn, np, type Tensor } from "./arrays";';
export const noteLine = "// np, nn and Tensor are part of every cell.";

/** The forward pass that pages run, as a cell: the very file but for one line. */
export async function readModelSource(): Promise<string> {
  const source = await readFile(path.join(process.cwd(), modelFile), "utf8");
  if (!source.includes(importLine))
    throw new Error(`${modelFile} no longer has the line ${importLine}: adapt lib/content/model-source.ts.`);
  return source.replace(importLine, noteLine);
}
