/** One page is one notebook: cells share names, and follow what they depend on. */

import { expect, type Locator, type Page, test } from "@playwright/test";
import { cellOf, leaveDrafts, lesson, runButton, runCell, typeCode } from "./cells";

const names = { softmax: "Softmax, by hand", rounding: "Same numbers, other order, other winner" };

const bar = (page: Page) => page.getByRole("toolbar", { name: "All cells of this page" });
const slider = (page: Page) => page.locator('[data-input="T"] input[type=range]');
const outputs = (cell: Locator) => cell.locator("[data-output]");

async function moveTo(page: Page, value: string): Promise<void> {
  await slider(page).fill(value);
}

test.describe("a notebook", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(lesson);
  });

  test("starts with the first move of a slider, runs what depends on it, and says with which value", async ({
    page,
  }) => {
    const cell = cellOf(page, "softmax");
    await cell.scrollIntoViewIfNeeded();
    await expect(cell.getByRole("status")).toHaveText("computed when this page was built, with T = 1");
    await expect(page.locator("iframe[data-sandbox]")).toHaveCount(0);
    const before = await outputs(cell).textContent();
    await moveTo(page, "2");
    await expect(cell).toHaveAttribute("data-state", "done", { timeout: 20_000 });
    await expect(cell.getByRole("status")).toHaveText(/in the sandbox, with T = 2/);
    expect(await outputs(cell).textContent()).not.toBe(before);
    for (const id of ["temperatures", "rounding"])
      await expect(cellOf(page, id)).toHaveAttribute("data-state", "prebuilt");
    await page.getByRole("button", { name: "Reset temperature T to 1" }).click();
    await expect(cell.getByRole("status")).toHaveText(/with T = 1/);
    expect(await outputs(cell).textContent()).toBe(before);
  });

  test("runs the cells that a cell needs before it", { tag: "@one-width" }, async ({ page }) => {
    test.slow();
    expect(await runCell(cellOf(page, "draws"))).toBe("done");
    await expect(cellOf(page, "temperatures")).toHaveAttribute("data-state", "done");
    for (const id of ["softmax", "entropy", "penalties"])
      await expect(cellOf(page, id)).toHaveAttribute("data-state", "prebuilt");
  });

  test("lets a cell out of sight wait, and runs it when it comes into view", { tag: "@one-width" }, async ({
    page,
  }) => {
    await leaveDrafts(page, { softmax: "const mine = 1;\nmine", rounding: "mine * 10" });
    const [near, far] = [cellOf(page, "softmax"), cellOf(page, "rounding")];
    await far.scrollIntoViewIfNeeded();
    expect(await runCell(far)).toBe("done");
    await typeCode(page, near, "const mine = 2;\nmine");
    expect(await runCell(near)).toBe("done");
    await expect(far).toHaveAttribute("data-state", "waiting");
    await expect(far.getByRole("status")).toHaveText("out of date; it runs when it comes into view");
    await expect(outputs(far)).toHaveText("10");
    await far.scrollIntoViewIfNeeded();
    await expect(far).toHaveAttribute("data-state", "done");
    await expect(outputs(far)).toHaveText("20");
  });

  test("names the cells that define one name, and those that need each other", { tag: "@one-width" }, async ({
    page,
  }) => {
    await leaveDrafts(page, { softmax: "const mine = 1;", rounding: "const mine = 2;" });
    const [one, other] = [cellOf(page, "softmax"), cellOf(page, "rounding")];
    expect(await runCell(one)).toBe("done");
    expect(await runCell(other)).toBe("failed");
    await expect(outputs(other)).toContainText(
      `mine is defined in “${names.softmax}” (line 1) and “${names.rounding}”`,
    );
    await expect(outputs(one)).toContainText(names.rounding);
    await typeCode(page, one, "const mine = yours;");
    await typeCode(page, other, "const yours = mine;");
    expect(await runCell(other)).toBe("failed");
    await expect(outputs(other)).toContainText("need each other in a circle");
    await expect(outputs(other)).toContainText(names.softmax);
    await typeCode(page, other, "const yours = 3;\nyours");
    expect(await runCell(other)).toBe("done");
  });

  test("says which name was meant", { tag: "@one-width" }, async ({ page }) => {
    await leaveDrafts(page, { softmax: "tabel([]);" });
    expect(await runCell(cellOf(page, "softmax"))).toBe("failed");
    await expect(outputs(cellOf(page, "softmax"))).toContainText("Did you mean table?");
  });

  test("stops an endless loop, keeps what the others show, and goes on", { tag: "@one-width" }, async ({
    page,
  }) => {
    await leaveDrafts(page, { softmax: "const mine = 1;\nmine", rounding: "if (mine) for (;;);" });
    const [first, second] = [cellOf(page, "softmax"), cellOf(page, "rounding")];
    expect(await runCell(first)).toBe("done");
    await runButton(second).click();
    await expect(second).toHaveAttribute("data-state", "running");
    await expect(bar(page)).toHaveAttribute("data-kernel", "busy");
    await bar(page).getByRole("button", { name: "Stop" }).click();
    await expect(second).toHaveAttribute("data-state", "stopped", { timeout: 1_000 });
    await expect(first).toHaveAttribute("data-state", "done");
    await typeCode(page, second, "mine + 1");
    expect(await runCell(second)).toBe("done");
    await expect(outputs(second)).toHaveText("2");
  });

  test("streams an async generator into the cells that use it", { tag: "@one-width" }, async ({ page }) => {
    await leaveDrafts(page, {
      temperatures:
        "async function* count() { for (let i = 1; i <= 20; i++) { await new Promise((r) => setTimeout(r, 200)); yield i; } }\nconst step = count();\nstep",
      softmax: '"step " + step',
    });
    const cell = cellOf(page, "softmax");
    await runButton(cell).click();
    await expect(outputs(cell)).toHaveText(/step [1-9]$/, { timeout: 20_000 });
    await expect(outputs(cell)).toHaveText("step 20");
    await expect(outputs(cellOf(page, "temperatures"))).toHaveText("20");
  });

  test("follows a control that a cell made", async ({ page }) => {
    await leaveDrafts(page, {
      softmax: 'const x = input.slider({ label: "x", min: 0, max: 10, step: 1, value: 3 });',
      temperatures: "x * 2",
    });
    const [maker, user] = [cellOf(page, "softmax"), cellOf(page, "temperatures")];
    expect(await runCell(user)).toBe("done");
    await expect(outputs(user)).toHaveText("6");
    await maker.getByRole("slider", { name: "x" }).fill("5");
    await expect(outputs(user)).toHaveText("10");
  });

  test("runs all, and starts afresh", async ({ page }) => {
    test.slow();
    await bar(page).getByRole("button", { name: "Run all" }).click();
    for (const id of [
      "softmax",
      "temperatures",
      "entropy",
      "filters",
      "draws",
      "loops",
      "penalties",
      "rounding",
    ])
      await expect(cellOf(page, id)).toHaveAttribute("data-state", "done", { timeout: 60_000 });
    await expect(bar(page)).toHaveAttribute("data-kernel", "idle");
    await bar(page).getByRole("button", { name: "Restart" }).click();
    await expect(bar(page)).toHaveAttribute("data-kernel", "off");
    await expect(cellOf(page, "softmax")).toHaveAttribute("data-state", "done");
    expect(await runCell(cellOf(page, "softmax"))).toBe("done");
  });

  test("can be worked by keyboard alone", async ({ page, isMobile }) => {
    test.skip(isMobile, "a phone has no keyboard to walk with");
    const cell = cellOf(page, "softmax");
    await expect(slider(page)).toBeEnabled();
    await slider(page).focus();
    await page.keyboard.press("ArrowRight");
    await expect(cell.getByRole("status")).toHaveText(/with T = 1\.1/, { timeout: 20_000 });
    await bar(page).getByRole("button", { name: "Restart" }).focus();
    await page.keyboard.press("Enter");
    await expect(bar(page)).toHaveAttribute("data-kernel", "off");
  });
});

test.describe("without JavaScript", { tag: "@one-width" }, () => {
  test.use({ javaScriptEnabled: false });

  test("an input shows the author's value", async ({ page }) => {
    await page.goto(lesson);
    await expect(page.locator('[data-input="T"] input[type=number]')).toHaveValue("1");
    await expect(page.locator('[data-input="T"] input[type=number]')).toBeDisabled();
    await expect(page.getByRole("textbox", { name: "prompt", exact: true }).first()).toHaveValue(
      /Lily opened/,
    );
  });
});
