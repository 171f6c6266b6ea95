import { ImportError, type ImportedNotebook } from "./exported";
import { limits } from "./limits";
import { type SharedNotebook, sharedNotebook } from "./shared-notebook";

/**
 * What an imported notebook changes of the page's, to be shown to the reader like a link's. `authors`: the code
 * of the lesson's cells by id. Throws an `ImportError` for another lesson's notebook and for what is too much.
 */
export function toShared(
  { lesson, cells, inputs }: ImportedNotebook,
  here: { lesson: string; authors: ReadonlyMap<string, string> },
): SharedNotebook {
  if (lesson !== here.lesson)
    throw new ImportError(
      `This notebook belongs to the lesson “${lesson}”. Open that lesson and import it there.`,
    );
  const last = [...here.authors.keys()].at(-1);
  const changed = cells
    .filter(({ id, code }) => here.authors.get(id) !== code)
    .map(({ id, code, after }) => (here.authors.has(id) ? { id, code } : { id, code, after: after ?? last }));
  const shared = sharedNotebook.safeParse({ cells: changed, inputs });
  if (shared.success) return shared.data;
  if (changed.length > limits.cells)
    throw new ImportError(
      `This notebook changes ${changed.length} cells; at most ${limits.cells} can be imported.`,
    );
  const { path, message } = shared.error.issues[0];
  throw new ImportError(
    `This notebook holds something that Glassbox cannot have written: ${path.join(" → ")}: ${message}.`,
  );
}
