import { describe, expect, it } from "vitest";
import type { CellState, InputState } from "../notebook/notebook-state";
import type { SharedNotebook } from "./shared-notebook";
import { createVisit } from "./visit";

const link = { kind: "link" } as const;
const shared: SharedNotebook = { cells: [{ id: "a", code: "linked()" }], inputs: { T: 2 } };

/** A page that writes down what is done to it. */
function openPage() {
  const log: string[] = [];
  const cell: CellState = {
    id: "a",
    title: "A",
    author: "author()",
    code: "mine()",
    phase: "prebuilt",
    outputs: [],
    belongs: { code: "author()", inputs: {} },
  };
  let inputs: InputState[] = [{ name: "T", initial: 1, value: 0.5 }];
  const notebook = {
    getState: () => ({ cells: [cell], inputs, kernel: "off" as const, refused: [] }),
    setInput(name: string, value: InputState["value"]) {
      log.push(`set ${name} ${value}`);
      inputs = inputs.map((input) => (input.name === name ? { ...input, value } : input));
    },
    restart: () => log.push("restart"),
    freeze: (frozen: boolean) => log.push(frozen ? "freeze" : "thaw"),
  };
  const keeper = {
    enter: async ({ key }: { key: string }) => void log.push(key === "/p" ? "enter own" : "enter link"),
    adopt: async () => void log.push("adopt"),
  };
  const visit = createVisit({ notebook, keeper, page: "/p" });
  const stage = () => visit.getState().stage;
  return { visit, stage, log, reset: () => log.splice(0) };
}

async function useLink() {
  const page = openPage();
  page.visit.offer(link, shared);
  page.visit.show();
  await page.visit.use();
  return page;
}

describe("a notebook from elsewhere", () => {
  it("touches nothing while it is offered and read", () => {
    const { visit, log, stage } = openPage();
    visit.offer(link, shared);
    visit.show();
    expect(stage()).toBe("shown");
    expect(visit.getState()).toMatchObject({
      cells: [{ code: "linked()", author: "author()" }],
      inputs: [["T", 2]],
    });
    expect(log).toEqual([]);
  });

  it("cannot be used before it has been shown", async () => {
    const { visit, log, stage } = openPage();
    visit.offer(link, shared);
    await visit.use();
    expect([stage(), log]).toEqual(["offered", []]);
  });

  it("is put on the page with everything frozen, until the reader lets it run", async () => {
    const { visit, log, reset } = await useLink();
    expect(log).toEqual(["freeze", "restart", "enter link", "set T 2"]);
    expect(visit.getState()).toMatchObject({ stage: "used", held: true });
    reset();
    visit.allow();
    expect(log).toEqual(["thaw"]);
    expect(visit.getState()).toMatchObject({ stage: "used", held: false });
  });

  it("leaves with its values, and the reader's own work and settings are back", async () => {
    const { visit, log, reset, stage } = await useLink();
    visit.allow();
    reset();
    await visit.leave();
    expect(log).toEqual(["freeze", "restart", "enter own", "set T 0.5", "thaw"]);
    expect(stage()).toBe("none");
  });

  it("becomes the reader's own only when they ask for it", async () => {
    const { visit, log, reset, stage } = await useLink();
    reset();
    await visit.keep();
    expect(log).toEqual(["freeze", "restart", "adopt", "thaw"]);
    expect(stage()).toBe("none");
  });

  it("is asked about again when it comes again: trust is not remembered", async () => {
    const { visit } = await useLink();
    visit.allow();
    await visit.leave();
    visit.offer(link, shared);
    visit.show();
    await visit.use();
    expect(visit.getState()).toMatchObject({ stage: "used", held: true });
  });

  it("is not replaced by another one while it is used", async () => {
    const { visit, stage } = await useLink();
    visit.offer(link, { cells: [], inputs: {} });
    visit.refuse(link, "no");
    expect(stage()).toBe("used");
  });

  it("that cannot be read says why, and can be put away", async () => {
    const { visit, log, stage } = openPage();
    visit.refuse(link, "It is damaged.");
    expect(visit.getState()).toMatchObject({ stage: "refused", why: "It is damaged." });
    await visit.leave();
    expect([stage(), log]).toEqual(["none", []]);
  });
});
