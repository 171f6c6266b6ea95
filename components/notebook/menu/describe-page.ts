import type { NotebookState } from "@/lib/notebook/notebook-state";
import { lessonAt } from "@/lib/progress/events";
import type { ExportedCell, ExportedNotebook } from "@/lib/share/exported";

/** The page's notebook as a file tells it, with the headings that stand above its cells. */
export function describePage(
  page: Document,
  { origin, pathname }: Location,
  { cells, inputs }: NotebookState,
): Omit<ExportedNotebook, "modules"> {
  const headings = findHeadings(page);
  return {
    lesson: lessonAt(pathname),
    title: page.querySelector("h1")?.textContent ?? page.title,
    address: origin + pathname,
    cells: cells.map(({ id, title, code, author, outputs }, i): ExportedCell => {
      const heading = headings.get(id);
      return {
        id,
        title,
        code,
        outputs,
        ...(author === undefined ? { after: cells[i - 1]?.id } : {}),
        ...(heading ? { heading } : {}),
      };
    }),
    inputs: inputs.map(({ name, value }) => ({ name, value })),
  };
}

/** By the id of the first cell below each heading. */
function findHeadings(page: Document): Map<string, { id: string; text: string }> {
  const found = new Map<string, { id: string; text: string }>();
  let heading: { id: string; text: string } | undefined;
  for (const element of page.querySelectorAll<HTMLElement>("article h2[id], [data-cell]")) {
    const cell = element.dataset.cell;
    if (cell === undefined) heading = { id: element.id, text: element.textContent ?? "" };
    else if (heading) {
      found.set(cell, heading);
      heading = undefined;
    }
  }
  return found;
}
