import { readFileSync } from "node:fs";
import { cellOf, leaveDrafts, lesson, runButton, runCell, typeCode } from "./cells";
import { expect, expectAccessible, test } from "./fixtures";

const id = "softmax";

test.beforeEach(async ({ page }) => {
  await page.goto(lesson);
});

test.describe("a reader's own cell", () => {
  test("is added below another, runs, survives a reload, is deleted and comes back", async ({ page }) => {
    await page.getByRole("button", { name: "Add a cell below Softmax" }).click();
    const own = cellOf(page, "own-1");
    await expect(own.locator("[data-editor] [tabindex]").first()).toBeFocused();
    await typeCode(page, own, "6 * 7");
    expect(await runCell(own)).toBe("done");
    await expect(own.locator("[data-output]")).toHaveText("42");
    await page.reload();
    await expect(own.locator("[data-editor]")).toContainText("6 * 7");
    await own.getByRole("button", { name: "Delete" }).click();
    await expect(own).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(own.locator("[data-editor]")).toContainText("6 * 7");
    await page.goto(`${lesson}#cell-own-1`);
    await expect(own).toBeInViewport();
  });
});

test.describe("an edit", () => {
  test("is kept although the page is closed in the middle of typing", { tag: "@one-width" }, async ({
    page,
  }) => {
    const cell = cellOf(page, id);
    await typeCode(page, cell, "// not yet saved");
    await page.reload();
    await expect(cell.locator("[data-editor]")).toContainText("// not yet saved");
  });

  test("of two tabs at once is kept twice, and the reader chooses", { tag: "@one-width" }, async ({
    page,
    context,
  }) => {
    const other = await context.newPage();
    await other.goto(lesson);
    const [here, there] = [cellOf(page, id), cellOf(other, id)];
    await typeCode(page, here, "// from one tab");
    await expect(there.locator("[data-editor]")).toContainText("// from one tab");
    // A tab that is not told, because it slept.
    await other.evaluate(() => {
      BroadcastChannel.prototype.postMessage = () => {};
    });
    await typeCode(other, there, "// from the other tab");
    await other.waitForTimeout(600);
    await typeCode(page, here, "// again from one tab");
    const note = here.locator('[data-note="tab"]');
    await expect(note).toContainText("another version of this cell");
    await note.getByText("Compare").click();
    await expect(note.getByRole("group", { name: "Code: The other version" })).toContainText(
      "// from the other tab",
    );
    await note.getByRole("button", { name: "Keep both" }).click();
    await expect(note).toHaveCount(0);
    await expect(here.locator("[data-editor]")).toContainText("// again from one tab");
    await expect(cellOf(page, "own-1").locator("[data-editor]")).toContainText("// from the other tab");
  });

  for (const [choice, left, own] of [
    ["Keep mine", "// mine", false],
    ["Take the new one", "import", false],
    ["Keep both", "import", true],
  ] as const)
    test(`of code that the lesson has changed since: ${choice}`, { tag: "@one-width" }, async ({ page }) => {
      await leaveDrafts(page, { [id]: "// mine\n7" });
      const cell = cellOf(page, id);
      const note = cell.locator('[data-note="outdated"]');
      await expect(cell.locator("[data-editor]")).toContainText("// mine");
      await note.getByText("Compare").click();
      await expect(note.getByRole("group", { name: "Code: The lesson’s, new" })).toContainText("words.map");
      await note.getByRole("button", { name: choice }).click();
      await expect(note).toHaveCount(0);
      await page.waitForTimeout(500);
      await page.reload();
      await expect(cell.locator("[data-editor]")).toContainText(left);
      await expect(cellOf(page, "own-1")).toHaveCount(own ? 1 : 0);
      await expect(note).toHaveCount(0);
    });
});

test("a page that ended while a cell ran says which, and runs nothing by itself", {
  tag: "@one-width",
}, async ({ page }) => {
  // A page that dies tells nobody.
  await page.addInitScript(() => {
    window.addEventListener("pagehide", (event) => event.stopImmediatePropagation(), { capture: true });
  });
  await leaveDrafts(page, { [id]: "while (true) {}" });
  const cell = cellOf(page, id);
  await runButton(cell).click();
  await expect(cell).toHaveAttribute("data-state", "running");
  await page.reload();
  const note = page.locator("[data-last-run]");
  await expect(note).toContainText("This page ended while Softmax, by hand was running");
  await expect(note.getByRole("link", { name: "Softmax, by hand" })).toHaveAttribute("href", `#cell-${id}`);
  await expect(cell.locator("[data-editor]")).toContainText("while (true) {}");
  await typeCode(page, cell, "6 * 7");
  expect(await runCell(cell)).toBe("done");
  await expect(cell.locator("[data-output]")).toHaveText("42");
  await expect(note).toHaveCount(0);
});

test("where the browser keeps nothing, cells work, and the page says that edits will not last", {
  tag: "@one-width",
}, async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", { value: undefined });
  });
  await page.reload();
  await typeCode(page, cellOf(page, id), "1 + 1");
  expect(await runCell(cellOf(page, id))).toBe("done");
  await expect(page.locator("[data-unkept=off]")).toContainText("until you close the page");
});

async function openMenu(page: import("@playwright/test").Page) {
  const menu = page.locator("[data-notebook-menu]");
  await menu.locator("summary").click();
  return menu;
}

test.describe("a link to a notebook", () => {
  test("carries cells to someone who sees them first, and runs them only when told to", async ({
    page,
    browser,
  }) => {
    await typeCode(page, cellOf(page, id), 'console.log("from the link");');
    await expect(cellOf(page, id)).toHaveAttribute("data-edited", /.*/);
    const menu = await openMenu(page);
    await menu.getByRole("button", { name: "Share as a link" }).click();
    const link = await menu.getByLabel("Link to your notebook").inputValue();
    expect(new URL(link).hash).toMatch(/^#nb=v1\./);
    await expect(menu.getByText(`The link has ${link.length} characters.`)).toBeVisible();

    const reader = await (await browser.newContext()).newPage();
    await reader.goto(lesson);
    await typeCode(reader, cellOf(reader, id), "// the reader's own work");
    await reader.waitForTimeout(600);
    await reader.goto(link);
    await reader.reload();
    const banner = reader.locator("[data-incoming]");
    const cell = cellOf(reader, id);
    await expect(banner).toContainText("This link carries 1 changed cell from whoever sent it.");
    await expect(cell.locator("[data-editor]")).toContainText("// the reader's own work");
    await banner.getByRole("button", { name: "Show" }).click();
    await expect(banner.getByRole("group", { name: "Code: From the notebook" })).toContainText(
      "from the link",
    );
    await expectAccessible(reader);
    await banner.getByRole("button", { name: "Put it on the page" }).click();
    await expect(cell.locator("[data-editor]")).toContainText("from the link");
    await expect(banner).toContainText("Nothing of it has run.");
    await expect(reader.locator("iframe[data-sandbox]")).toHaveCount(0);
    await cell.getByRole("button", { name: "Run code from this link" }).click();
    await expect(cell.locator("[data-output]")).toHaveText("from the link");
    await banner.getByRole("button", { name: "Back to my own" }).click();
    await expect(cell.locator("[data-editor]")).toContainText("// the reader's own work");
    await expect(banner).toHaveCount(0);
    expect(new URL(reader.url()).hash).toBe("");
    await reader.reload();
    await expect(cell.locator("[data-editor]")).toContainText("// the reader's own work");
    await expect(banner).toHaveCount(0);
    await reader.context().close();
  });

  test("that cannot be read shows nothing of itself but the reason", { tag: "@one-width" }, async ({
    page,
  }) => {
    for (const [fragment, reason] of [
      ["#nb=v1.AAAA", "its end is missing"],
      ["#nb=v7.AAAA", "newer version"],
      ["#nb=hello", "not one that Glassbox makes"],
    ]) {
      await page.goto("about:blank");
      await page.goto(lesson + fragment);
      const banner = page.locator('[data-incoming="refused"]');
      await expect(banner).toContainText(reason);
      await banner.getByRole("button", { name: "Close" }).click();
      await expect(banner).toHaveCount(0);
    }
  });
});

test.describe("a file of a notebook", () => {
  for (const ending of ["ipynb", "ts"] as const)
    test(`.${ending} goes out with the reader's cells and comes back`, async ({ page }) => {
      await typeCode(page, cellOf(page, id), 'console.log("in a file");');
      expect(await runCell(cellOf(page, id))).toBe("done");
      const menu = await openMenu(page);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        menu.getByRole("button", { name: `Export .${ending}` }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`temperature.${ending}`);
      const file = await download.path();
      const text = readFileSync(file, "utf8");
      expect(text).toContain("in a file");
      if (ending === "ipynb") {
        const { metadata, cells } = JSON.parse(text);
        expect(metadata.kernelspec.name).toBe("deno");
        const cell = cells.find((one: { id: string }) => one.id === `cell-${id}`);
        expect(cell.outputs).toEqual([{ output_type: "stream", name: "stdout", text: "in a file\n" }]);
      }
      await menu.getByRole("button", { name: "Reset all cells" }).click();
      await expect(cellOf(page, id)).not.toHaveAttribute("data-edited", /.*/);
      await menu.getByLabel("Notebook file").setInputFiles({
        name: `temperature.${ending}`,
        mimeType: "text/plain",
        buffer: Buffer.from(text),
      });
      const banner = page.locator("[data-incoming]");
      await expect(banner).toContainText(`The file temperature.${ending} carries 1 changed cell`);
      await banner.getByRole("button", { name: "Show" }).click();
      await banner.getByRole("button", { name: "Put it on the page" }).click();
      await banner.getByRole("button", { name: "Keep it as mine" }).click();
      await expect(banner).toHaveCount(0);
      await page.reload();
      await expect(cellOf(page, id).locator("[data-editor]")).toContainText("in a file");
    });

  test("that is none of ours is refused with the reason", { tag: "@one-width" }, async ({ page }) => {
    const menu = await openMenu(page);
    await menu.getByLabel("Notebook file").setInputFiles({
      name: "other.ipynb",
      mimeType: "text/plain",
      buffer: Buffer.from('{"nbformat":4,"metadata":{},"cells":[]}'),
    });
    await expect(page.locator('[data-incoming="refused"]')).toContainText("not exported from Glassbox");
  });
});

test("the menu is reached by keyboard, closes with Escape, and has names", async ({ page }) => {
  const summary = page.locator("[data-notebook-menu] summary");
  await summary.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Share as a link" })).toBeVisible();
  await expectAccessible(page, { part: "[data-notebook-menu]" });
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Share as a link" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(summary).toBeFocused();
  await expect(page.getByRole("button", { name: "Share as a link" })).toBeHidden();
});

test.describe("the editor", { tag: "@one-width" }, () => {
  test.skip(({ isMobile }) => isMobile, "a phone gets a plain text field");

  test("offers names of the library and of other cells, and explains them", async ({ page }) => {
    await page.getByRole("button", { name: "Add a cell below Softmax" }).click();
    const own = cellOf(page, "own-1");
    // No comment: the editor closes those that are typed.
    await typeCode(page, own, "const warmth: number = 3;");
    await page.getByRole("button", { name: "Add a cell below Your cell 1" }).click();
    const next = cellOf(page, "own-2");
    await typeCode(page, next, "");
    await page.keyboard.type("warm");
    const suggestions = page.locator(".suggest-widget.visible");
    await expect(suggestions.getByText("warmth").first()).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press("Tab");
    await expect(next.locator(".view-lines")).toHaveText("warmth");
    await page.keyboard.type(";\nhea");
    await expect(suggestions.getByText("heatmap").first()).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press("Tab");
    await next.locator(".view-line span", { hasText: "heatmap" }).last().hover();
    await expect(page.locator(".monaco-hover:visible")).toContainText("Shows a matrix");
  });

  test("underlines what is wrong, also what is wrong because of another cell", async ({ page }) => {
    await page.getByRole("button", { name: "Add a cell below Softmax" }).click();
    await typeCode(page, cellOf(page, "own-1"), "const warmth: number = 3;");
    await page.getByRole("button", { name: "Add a cell below Your cell 1" }).click();
    const next = cellOf(page, "own-2");
    await typeCode(page, next, "warmth.toUpperCase();");
    await expect(next.locator(".squiggly-error")).toBeVisible({ timeout: 30_000 });
    await typeCode(page, cellOf(page, "own-1"), 'const warmth = "warm";');
    await expect(next.locator(".squiggly-error")).toHaveCount(0, { timeout: 30_000 });
  });
});

test("on paper, code and outputs stand in full and controls do not", async ({ page }) => {
  await page.goto(lesson);
  const cell = cellOf(page, id);
  await typeCode(page, cell, `const long = "${"word ".repeat(60)}";\nconsole.log(long.length);`);
  expect(await runCell(cell)).toBe("done");
  await page.emulateMedia({ media: "print" });
  await expect(runButton(cell)).toBeHidden();
  await expect(cell.locator("[data-output]")).toHaveText("300");
  const code = cell.locator("[data-printed]");
  await expect(code).toBeVisible();
  const { scroll, client } = await code.evaluate((element) => ({
    scroll: element.scrollWidth,
    client: element.clientWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(client);
});
