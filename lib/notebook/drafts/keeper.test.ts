import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { CellState } from "../notebook-state";
import { createKeeper } from "./keeper";
import type { Layer } from "./layer";
import { memoryShelf, type Shelf } from "./shelf";
import { createDraftStore, type DraftStore } from "./store";
import type { WorkedNotebook } from "./sync";

const page = "/en/learn/temperature";
const lesson = { softmax: "softmax()", filters: "filters()" };

/** A notebook that only remembers: running is another matter. */
function notebookOf(authors: Record<string, string>): WorkedNotebook {
  const cellOf = (id: string, code: string, author?: string): CellState => ({
    id,
    title: id,
    author,
    code,
    phase: "prebuilt",
    outputs: [],
    belongs: { code, inputs: {} },
  });
  let cells = Object.entries(authors).map(([id, code]) => cellOf(id, code, code));
  const listeners = new Set<() => void>();
  const put = (next: CellState[]) => {
    cells = next;
    for (const listener of listeners) listener();
  };
  const setCode = (id: string, code: string) =>
    put(cells.map((cell) => (cell.id === id ? { ...cell, code } : cell)));
  return {
    getState: () => ({ cells, inputs: [], kernel: "off", refused: [] }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setCode,
    reset: (id) => setCode(id, cells.find((cell) => cell.id === id)?.author ?? ""),
    addCell({ id, code }, after) {
      const at = cells.findIndex((cell) => cell.id === after) + 1;
      put([...cells.slice(0, at), cellOf(id, code), ...cells.slice(at)]);
    },
    deleteCell: (id) => put(cells.filter((cell) => cell.id !== id)),
  };
}

/** Stores of two tabs share a shelf. */
function storeOn(shelf: Shelf): DraftStore {
  return createDraftStore({ open: async () => shelf, storage: () => undefined });
}

/** A visit to the page: a notebook with what is kept on top of it. */
async function visit(shelf: Shelf, authors: Record<string, string> = lesson) {
  const notebook = notebookOf(authors);
  const keeper = createKeeper({ notebook, store: storeOn(shelf), page, saveAfter: 0 });
  onTestFinished(() => keeper.close());
  await keeper.flush();
  const codes = () => Object.fromEntries(notebook.getState().cells.map(({ id, code }) => [id, code]));
  const order = () => notebook.getState().cells.map(({ id }) => id);
  return { notebook, keeper, codes, order };
}

describe("the keeper", () => {
  it("brings an edit back in the next visit, and forgets it when the cell is reset", async () => {
    const shelf = memoryShelf();
    const first = await visit(shelf);
    first.notebook.setCode("softmax", "mine()");
    await first.keeper.flush();
    const second = await visit(shelf);
    expect(second.codes()).toEqual({ ...lesson, softmax: "mine()" });
    expect(second.keeper.getState().cells).toEqual({ softmax: { outdated: false, others: [] } });
    second.keeper.reset("softmax");
    await second.keeper.flush();
    expect((await visit(shelf)).codes()).toEqual(lesson);
  });

  it("writes by itself soon after a change", async () => {
    const shelf = memoryShelf();
    const { notebook } = await visit(shelf);
    notebook.setCode("softmax", "mine()");
    await vi.waitFor(async () => expect(await shelf.all(page)).toHaveLength(1));
  });

  it("puts down what is still on its way to the store when the page goes", async () => {
    const spilled: string[] = [];
    const store: DraftStore = {
      ...storeOn(memoryShelf()),
      save: () => new Promise(() => {}),
      spill: ({ code }) => spilled.push(code),
    };
    const notebook = notebookOf(lesson);
    const keeper = createKeeper({ notebook, store, page });
    await keeper.flush();
    notebook.setCode("softmax", "mine()");
    void keeper.flush();
    await Promise.resolve();
    keeper.leave();
    expect(spilled).toEqual(["mine()"]);
  });

  it("lets the reader who is quicker than the store have the last word, and keeps what was stored", async () => {
    const shelf = memoryShelf();
    await storeOn(shelf).save({ page, cell: "softmax", code: "before()", base: lesson.softmax }, 0);
    const notebook = notebookOf(lesson);
    const keeper = createKeeper({ notebook, store: storeOn(shelf), page });
    onTestFinished(() => keeper.close());
    notebook.setCode("softmax", "quick()");
    await keeper.flush();
    expect(notebook.getState().cells[0].code).toBe("quick()");
    expect(keeper.getState().cells.softmax.others).toEqual(["before()"]);
  });

  it("brings back a reset cell, until the reader types on", async () => {
    const { notebook, keeper, codes } = await visit(memoryShelf());
    notebook.setCode("softmax", "mine()");
    keeper.reset("softmax");
    expect(codes()).toEqual(lesson);
    keeper.undo();
    expect(codes().softmax).toBe("mine()");
    keeper.reset("softmax");
    notebook.setCode("softmax", "else()");
    keeper.undo();
    expect(codes().softmax).toBe("else()");
  });

  it("keeps the reader's own cells in their places, also when one between them is deleted", async () => {
    const shelf = memoryShelf();
    const { notebook, keeper, order } = await visit(shelf);
    const first = keeper.add("softmax");
    const second = keeper.add(first);
    const third = keeper.add(second);
    notebook.setCode(third, "third()");
    expect(order()).toEqual(["softmax", "own-1", "own-2", "own-3", "filters"]);
    keeper.remove(second);
    await keeper.flush();
    const later = await visit(shelf);
    expect(later.order()).toEqual(["softmax", "own-1", "own-3", "filters"]);
    expect(later.codes()["own-3"]).toBe("third()");
  });

  it("brings a deleted cell back to its place, and gives its id to no other meanwhile", async () => {
    const { notebook, keeper, order, codes } = await visit(memoryShelf());
    notebook.setCode(keeper.add("softmax"), "mine()");
    keeper.remove("own-1");
    expect(keeper.getState().thrown?.what).toBe("deleted");
    expect(keeper.add("filters")).toBe("own-2");
    keeper.undo();
    expect(order()).toEqual(["softmax", "own-1", "filters", "own-2"]);
    expect(codes()["own-1"]).toBe("mine()");
  });

  it("resets all cells and deletes the reader's own in one step that can be undone", async () => {
    const { notebook, keeper, codes } = await visit(memoryShelf());
    notebook.setCode("filters", "mine()");
    notebook.setCode(keeper.add("softmax"), "own()");
    const before = codes();
    keeper.resetAll();
    expect(codes()).toEqual(lesson);
    keeper.undo();
    expect(codes()).toEqual(before);
  });

  it("shows an edit of a cell that the lesson has no longer as a cell of the reader's own", async () => {
    const shelf = memoryShelf();
    const first = await visit(shelf);
    first.notebook.setCode("softmax", "mine()");
    await first.keeper.flush();
    const later = await visit(shelf, { filters: lesson.filters });
    expect(later.codes()).toEqual({ filters: lesson.filters, softmax: "mine()" });
    await later.keeper.flush();
    expect((await visit(shelf, { filters: lesson.filters })).codes()).toEqual(later.codes());
  });
});

describe("when the author's code has changed since the edit, the reader chooses:", () => {
  const changed = { ...lesson, softmax: "better()" };

  async function visitChanged() {
    const shelf = memoryShelf();
    const first = await visit(shelf);
    first.notebook.setCode("softmax", "mine()");
    await first.keeper.flush();
    const later = await visit(shelf, changed);
    expect(later.keeper.getState().cells.softmax.outdated).toBe(true);
    return { ...later, again: () => visit(shelf, changed) };
  }

  it("mine stays, and the question is not asked again", async () => {
    const { keeper, again } = await visitChanged();
    keeper.chooseAuthor("softmax", "mine");
    await keeper.flush();
    const later = await again();
    expect(later.codes()).toEqual({ ...changed, softmax: "mine()" });
    expect(later.keeper.getState().cells.softmax.outdated).toBe(false);
  });

  it("the new one takes its place, and can be undone", async () => {
    const { keeper, codes, again } = await visitChanged();
    keeper.chooseAuthor("softmax", "other");
    await keeper.flush();
    expect((await again()).codes()).toEqual(changed);
    keeper.undo();
    expect(codes().softmax).toBe("mine()");
  });

  it("both: mine becomes a cell below", async () => {
    const { keeper, again } = await visitChanged();
    keeper.chooseAuthor("softmax", "both");
    await keeper.flush();
    const later = await again();
    expect(later.order()).toEqual(["softmax", "own-1", "filters"]);
    expect(later.codes()).toEqual({ ...changed, "own-1": "mine()" });
  });
});

describe("with two tabs", () => {
  it("each shows what the other writes", async () => {
    const shelf = memoryShelf();
    const [one, two] = [await visit(shelf), await visit(shelf)];
    one.notebook.setCode("softmax", "mine()");
    one.keeper.add("filters");
    await vi.waitFor(() => expect(two.codes()).toEqual({ ...lesson, softmax: "mine()", "own-1": "" }));
    two.keeper.resetAll();
    await vi.waitFor(() => expect(one.codes()).toEqual(lesson));
  });

  it.each([
    ["mine", { ...lesson, softmax: "two()" }],
    ["other", { ...lesson, softmax: "one()" }],
    ["both", { ...lesson, softmax: "two()", "own-1": "one()" }],
  ] as const)("that wrote at once, both versions are there; %s", async (choice, expected) => {
    const shelf = memoryShelf();
    const [one, two] = [await visit(shelf), await visit(shelf)];
    one.notebook.setCode("softmax", "one()");
    two.notebook.setCode("softmax", "two()");
    await one.keeper.flush();
    await two.keeper.flush();
    expect(two.keeper.getState().cells.softmax.others).toEqual(["one()"]);
    two.keeper.chooseOther("softmax", choice);
    await two.keeper.flush();
    expect(two.keeper.getState().cells.softmax.others).toEqual([]);
    expect((await visit(shelf)).codes()).toEqual(expected);
  });
});

describe("a notebook from a link", () => {
  const layer: Layer = {
    key: `${page}#link`,
    cells: { softmax: "linked()" },
    added: [{ id: "own-1", code: "extra()", after: "filters" }],
  };

  it("replaces what is on show and leaves the reader's own work alone", async () => {
    const shelf = memoryShelf();
    const { notebook, keeper, codes } = await visit(shelf);
    notebook.setCode("softmax", "mine()");
    notebook.setCode(keeper.add("softmax"), "own()");
    const own = codes();
    await keeper.enter(layer);
    expect(codes()).toEqual({ ...lesson, softmax: "linked()", "own-1": "extra()" });
    expect(keeper.getState().cells).toEqual({});
    expect((await visit(shelf)).codes()).toEqual(own);
    await keeper.enter({ key: page, cells: {}, added: [] });
    expect(codes()).toEqual(own);
  });

  it("keeps edits on top of it apart, for when the same link is opened again", async () => {
    const shelf = memoryShelf();
    const first = await visit(shelf);
    await first.keeper.enter(layer);
    first.notebook.setCode("softmax", "on top()");
    await first.keeper.flush();
    const later = await visit(shelf);
    expect(later.codes()).toEqual(lesson);
    await later.keeper.enter(layer);
    expect(later.codes()).toEqual({ ...lesson, softmax: "on top()", "own-1": "extra()" });
    later.keeper.reset("softmax");
    expect(later.codes().softmax).toBe("linked()");
  });

  it("becomes the reader's own on request; their own versions stay to be chosen, their own cells stay", async () => {
    const shelf = memoryShelf();
    const { notebook, keeper } = await visit(shelf);
    notebook.setCode("softmax", "mine()");
    notebook.setCode(keeper.add("softmax"), "own()");
    await keeper.enter(layer);
    notebook.setCode("filters", "on top()");
    await keeper.adopt();
    const later = await visit(shelf);
    expect(later.order()).toEqual(["softmax", "own-1", "filters", "own-2"]);
    expect(later.codes()).toEqual({
      softmax: "linked()",
      "own-1": "own()",
      filters: "on top()",
      "own-2": "extra()",
    });
    expect(later.keeper.getState().cells.softmax.others).toEqual(["mine()"]);
  });
});
