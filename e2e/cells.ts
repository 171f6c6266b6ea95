import { expect, type Locator, type Page } from "@playwright/test";

/** The lesson whose cells the tests run in. */
export const lesson = "/en/learn/temperature/";

export function cellOf(page: Page, id: string): Locator {
  return page.locator(`[data-cell="${id}"]`);
}

export function runButton(cell: Locator): Locator {
  return cell.getByRole("button", { name: /^(Run|Stop)$/ });
}

/**
 * Puts code into cells the way a reader's earlier visit would have left it, and reloads. Such tests do
 * not depend on how an editor takes text.
 */
export async function leaveDrafts(page: Page, drafts: Record<string, string>): Promise<void> {
  await page.evaluate((entries) => {
    const folder = location.pathname.replace(/\/+$/, "");
    for (const [id, code] of entries)
      localStorage.setItem(`glassbox:draft:${folder}#${id}`, JSON.stringify({ code, base: "" }));
  }, Object.entries(drafts));
  await page.reload();
  for (const id of Object.keys(drafts)) await expect(cellOf(page, id)).toHaveAttribute("data-edited", /.*/);
}

/** Runs a cell and waits until it is over; returns the state it ended in. */
export async function runCell(cell: Locator): Promise<string | null> {
  await runButton(cell).click();
  await expect(cell).toHaveAttribute("data-state", /^(done|failed|stopped)$/, { timeout: 20_000 });
  return cell.getAttribute("data-state");
}

/** Opens the code of a cell for typing and replaces it all. */
export async function typeCode(page: Page, cell: Locator, code: string): Promise<void> {
  await expect(cell.locator("[data-run]")).toBeEnabled();
  const editor = cell.locator("[data-editor]");
  if ((await editor.getAttribute("data-editor")) === "closed") await cell.getByRole("group").first().click();
  await expect(editor).toHaveAttribute("data-editor", /^(open|plain)$/, { timeout: 20_000 });
  if ((await editor.getAttribute("data-editor")) === "plain") return editor.getByRole("textbox").fill(code);
  await editor.locator("textarea").first().focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(code);
}
