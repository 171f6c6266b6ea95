import { describe, expect, it } from "vitest";
import type { NotebookState } from "./notebook-state";
import { markRuns } from "./run-mark";

function fakeNotebook() {
  let cells: { id: string; title: string; phase: string }[] = [];
  const listeners = new Set<() => void>();
  return {
    getState: () => ({ cells }) as unknown as NotebookState,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(next: typeof cells) {
      cells = next;
      for (const listener of listeners) listener();
    },
  };
}

function fakeStorage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const bomb = { id: "bomb", title: "A bomb", phase: "running" };
const parts = (storage = fakeStorage()) => ({
  notebook: fakeNotebook(),
  page: "temperature",
  storage: () => storage,
});

describe("the mark of a run", () => {
  it("is found by the next page when the one that ran is gone without a word", () => {
    const storage = fakeStorage();
    const first = parts(storage);
    expect(markRuns(first).last).toBeUndefined();
    first.notebook.show([bomb, { id: "calm", title: "Calm", phase: "done" }]);
    expect(markRuns(parts(storage)).last).toEqual([{ id: "bomb", title: "A bomb" }]);
    expect(markRuns(parts(storage)).last).toBeUndefined();
  });

  it("is gone when the run has ended, and when the page goes as it should", () => {
    const storage = fakeStorage();
    const page = parts(storage);
    const marks = markRuns(page);
    page.notebook.show([bomb]);
    expect(storage.kept.size).toBe(1);
    page.notebook.show([{ ...bomb, phase: "failed" }]);
    expect(storage.kept.size).toBe(0);
    page.notebook.show([bomb]);
    marks.leave();
    expect(storage.kept.size).toBe(0);
  });

  it("belongs to its page", () => {
    const storage = fakeStorage();
    const page = parts(storage);
    markRuns(page);
    page.notebook.show([bomb]);
    expect(markRuns({ ...parts(storage), page: "attention" }).last).toBeUndefined();
  });

  it("does without storage, and with nonsense in it", () => {
    const refusing = {
      ...parts(),
      storage: () => {
        throw new DOMException("no", "SecurityError");
      },
    };
    const marks = markRuns(refusing);
    refusing.notebook.show([bomb]);
    marks.close();
    for (const text of ["", "null", "[]", "{", '[{"id":1}]']) {
      const storage = fakeStorage();
      storage.kept.set("glassbox:run:temperature", text);
      expect(markRuns(parts(storage)).last).toBeUndefined();
    }
  });
});
