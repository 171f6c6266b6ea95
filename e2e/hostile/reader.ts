/** What a reader does, as functions that run in the page; each stands alone, so that any engine can carry it there. */

/** How a run went, as the reader saw it. */
export interface Seen {
  /** `data-state` of the cell: done, failed or stopped; or still running when time was up. */
  state: string;
  /** The text of the outputs; of very many, the first and the last. */
  outputs: string;
  /** The line below them. */
  status: string;
  /** The longest time in which the page answered nothing, in milliseconds. */
  gap: number;
  /** From the press of Stop to its effect, in milliseconds; `null` if it was not pressed. */
  stop: number | null;
}

/** Types code into a cell, as on a phone, where a cell is a plain text field: it is the same in all engines. */
export async function putCode(id: string, code: string): Promise<void> {
  const real = window.matchMedia.bind(window);
  window.matchMedia = (query) =>
    query.includes("pointer: coarse") ? { ...real("all"), matches: true } : real(query);
  const cell = document.querySelector(`[data-cell="${id}"]`);
  const find = () => cell?.querySelector<HTMLTextAreaElement>('[data-editor="plain"] textarea');
  if (!find()) cell?.querySelector<HTMLElement>('[data-editor="closed"] [role="group"]')?.click();
  for (let tries = 0; !find() && tries < 100; tries++) await new Promise((rested) => setTimeout(rested, 20));
  const field = find();
  if (!field) throw new Error(`The cell ${id} cannot be edited.`);
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(field, code);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((drawn) => setTimeout(drawn, 50));
}

/** Presses Run and watches until the run is over, or presses Stop after `stopAfter` milliseconds. */
export async function run(id: string, stopAfter: number | null = null): Promise<Seen> {
  const cell = document.querySelector<HTMLElement>(`[data-cell="${id}"]`);
  const button = cell?.querySelector<HTMLElement>("[data-run]");
  if (!cell || !button) throw new Error(`There is no cell ${id} with a button to run it.`);
  const isOver = () => /^(done|failed|stopped)$/.test(cell.dataset.state ?? "");
  const rest = (milliseconds: number) => new Promise((rested) => setTimeout(rested, milliseconds));
  let last = performance.now();
  let gap = 0;
  const tick = () => {
    gap = Math.max(gap, performance.now() - last);
    last = performance.now();
  };
  const watch = setInterval(tick, 20);
  // Until it runs, the cell says how the last run went.
  const begun = new Promise<void>((resolve) => {
    new MutationObserver(() => resolve()).observe(cell, { attributeFilter: ["data-state"] });
  });
  button.click();
  await Promise.race([begun, rest(2_000)]);
  const until = performance.now() + (stopAfter ?? 45_000);
  while (!isOver() && performance.now() < until) await rest(20);
  let stop: number | null = null;
  if (stopAfter !== null && !isOver()) {
    while (!isOver() && button.textContent !== "Stop") await rest(5);
    const pressed = performance.now();
    button.click();
    while (!isOver() && performance.now() < pressed + 10_000) await rest(5);
    stop = performance.now() - pressed;
  }
  // What a run shows is drawn after it is over.
  for (let frame = 0; frame < 3; frame++) await rest(50);
  clearInterval(watch);
  tick();
  const all = [...cell.querySelectorAll<HTMLElement>("[data-output]")];
  const some = all.length > 60 ? [...all.slice(0, 40), ...all.slice(-20)] : all;
  return {
    state: cell.dataset.state ?? "",
    outputs: some.map(({ textContent }) => (textContent ?? "").slice(0, 50_000)).join("\n"),
    status: cell.querySelector<HTMLElement>('[role="status"]')?.textContent ?? "",
    gap,
    stop,
  };
}

/** Presses one of the buttons that a selector finds, by what stands on it. */
export async function press(selector: string, label: string): Promise<void> {
  const buttons = document.querySelectorAll<HTMLButtonElement>(selector);
  [...buttons].find(({ textContent }) => textContent === label)?.click();
  await new Promise((rested) => setTimeout(rested, 100));
}

/** Asks for all outputs that a cell does not draw at once. */
export async function showAll(id: string): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    const buttons = document.querySelectorAll<HTMLButtonElement>(`[data-cell="${id}"] button`);
    const more = [...buttons].find(({ textContent }) => textContent === "show more");
    if (!more) return;
    more.click();
    await new Promise((drawn) => setTimeout(drawn, 50));
  }
}

/** What a cell shows now. */
export function readOutputs(id: string): string {
  const outputs = document.querySelectorAll<HTMLElement>(`[data-cell="${id}"] [data-output]`);
  return [...outputs].map(({ textContent }) => textContent).join("\n");
}

/** What the page says of addresses that cells tried to reach. */
export function readNotice(): string {
  return document.querySelector("[data-refused]")?.textContent ?? "";
}

/** What a run must not have changed in the page. */
export function inspectPage() {
  const outputs = "[data-cell] [data-output]";
  const marks = window as unknown as { owned?: unknown; leaked?: unknown };
  return {
    owned: marks.owned ?? marks.leaked ?? null,
    polluted: Object.keys(Object.prototype).concat("polluted" in {} ? "polluted" : ""),
    mapped: [1].map((one) => one + 1).join(),
    elements: document.querySelectorAll(
      `${outputs} :is(script, iframe, object, embed, form, img:is([srcset], [src]:not([src^="data:"])), link, meta, base)`,
    ).length,
  };
}
