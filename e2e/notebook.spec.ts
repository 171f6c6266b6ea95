import { expect, test } from "@playwright/test";
import { cellOf, lesson, runButton, runCell, typeCode } from "./cells";

const id = "softmax";

test.describe("a cell", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(lesson);
  });

  test("shows its code and its outputs before it has run, and says where they come from", {
    tag: "@one-width",
  }, async ({ page }) => {
    const cell = cellOf(page, id);
    await expect(cell).toHaveAttribute("data-state", "prebuilt");
    await expect(cell.locator("[data-output]")).not.toHaveCount(0);
    await expect(cell.getByRole("status")).toHaveText("computed when this page was built, with T = 1");
    await expect(page.locator("iframe[data-sandbox]")).toHaveCount(0);
  });

  test("runs in the sandbox and gives what the build gave", { tag: "@one-width" }, async ({ page }) => {
    const cell = cellOf(page, id);
    const before = await cell.locator("[data-output]").allInnerTexts();
    expect(await runCell(cell)).toBe("done");
    await expect(cell.getByRole("status")).toHaveText(/measured here\s*\d+ ms, in the sandbox, with T = 1/);
    expect(await cell.locator("[data-output]").allInnerTexts()).toEqual(before);
    await expect(page.locator("iframe[data-sandbox]")).toHaveAttribute("sandbox", "allow-scripts");
  });

  test("runs what the reader wrote, and says so while the outputs are older than the code", async ({
    page,
  }) => {
    const cell = cellOf(page, id);
    await typeCode(page, cell, "const answer: number = 6 * 7;\nanswer");
    await expect(cell).toHaveAttribute("data-state", "stale");
    await expect(cell.getByRole("status")).toHaveText("from the code before your edit, with T = 1");
    expect(await runCell(cell)).toBe("done");
    await expect(cell.locator("[data-output]")).toHaveText("42");
  });

  test("says what went wrong: the line, the import, the address", { tag: "@one-width" }, async ({ page }) => {
    const cell = cellOf(page, id);
    await test.step("an error in the reader's own code", async () => {
      await typeCode(page, cell, 'const a: string = "a";\n\nnull.x;');
      expect(await runCell(cell)).toBe("failed");
      await expect(cell.getByRole("button", { name: "in line 3" })).toBeVisible();
    });
    await test.step("an unknown import", async () => {
      await typeCode(page, cell, 'import x from "lodash";\nx;');
      expect(await runCell(cell)).toBe("failed");
      await expect(cell.locator('[data-output="error"]')).toContainText('You may import "../sampling"');
    });
    await test.step("an address, also when the cell keeps the error to itself", async () => {
      await typeCode(page, cell, 'await fetch("https://elsewhere.example/x").catch(() => 42)');
      expect(await runCell(cell)).toBe("done");
      await expect(cell.locator("[data-output]")).toHaveText("42");
      await expect(page.locator("[data-refused]")).toContainText(/elsewhere\.example\/x.*nothing was sent/);
    });
  });

  test("stops an endless loop at once, and runs again", async ({ page }) => {
    const cell = cellOf(page, id);
    await typeCode(page, cell, "for (;;);");
    await runButton(cell).click();
    await expect(cell).toHaveAttribute("data-state", "running");
    await cell.getByRole("button", { name: "Stop" }).click();
    await expect(cell).toHaveAttribute("data-state", "stopped", { timeout: 1_000 });
    await typeCode(page, cell, "1 + 1");
    expect(await runCell(cell)).toBe("done");
    await expect(cell.locator("[data-output]")).toHaveText("2");
  });

  test("keeps an edit across a reload; Reset brings the author's code back, and can be undone", async ({
    page,
  }) => {
    const cell = cellOf(page, id);
    await typeCode(page, cell, "// mine\n7");
    await expect(cell).toHaveAttribute("data-edited", /.*/);
    await page.reload();
    await expect(cell).toHaveAttribute("data-edited", /.*/);
    await expect(cell.locator("[data-editor]")).toContainText("// mine");
    await cell.getByRole("button", { name: "Reset", exact: true }).click();
    await expect(cell).toHaveAttribute("data-state", "prebuilt");
    await expect(cell.locator("[data-editor]")).not.toContainText("// mine");
    await cell.getByRole("button", { name: "Undo reset" }).click();
    await expect(cell.locator("[data-editor]")).toContainText("// mine");
    await page.reload();
    await expect(cell.locator("[data-editor]")).toContainText("// mine");
  });

  test("does not move when its editor opens", async ({ page }) => {
    const cell = cellOf(page, id);
    await expect(runButton(cell)).toBeEnabled();
    const before = await cell.boundingBox();
    await cell.getByRole("group").first().click();
    await expect(cell.locator("[data-editor]")).toHaveAttribute("data-editor", /^(open|plain)$/, {
      timeout: 20_000,
    });
    const after = await cell.boundingBox();
    expect(Math.abs((after?.height ?? 0) - (before?.height ?? 0))).toBeLessThanOrEqual(16);
    if (!(await page.evaluate(() => matchMedia("(pointer: coarse)").matches)))
      expect(after?.height).toBe(before?.height);
  });
});

test("works by keyboard alone: Tab passes, Enter opens, Ctrl+Enter runs, Escape leaves", async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, "a phone has no keyboard to walk with");
  await page.goto(lesson);
  const cell = cellOf(page, id);
  await expect(runButton(cell)).toBeEnabled();
  await runButton(cell).focus();
  await page.keyboard.press("Tab");
  await expect(cell.getByRole("group").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(cell.locator('[data-editor="open"] textarea').first()).toBeFocused({ timeout: 20_000 });
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("3 + 4");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(cell).toHaveAttribute("data-state", "done");
  await expect(cell.locator("[data-output]")).toHaveText("7");
  await page.keyboard.press("Escape");
  await expect(runButton(cell)).toBeFocused();
  // Passing through the open editor: Tab goes in, and out again, and changes nothing.
  await page.keyboard.press("Tab");
  await expect(cell.locator("[data-editor] textarea").first()).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(cell.locator("[data-editor] textarea").first()).not.toBeFocused();
  await expect(cell).toHaveAttribute("data-state", "done");
});

test.describe("an exercise", () => {
  test("names the mistake, shows the smallest failing input, and accepts the solution", async ({ page }) => {
    await page.goto(lesson);
    const exercise = page.locator('[data-exercise="top-p"]');
    const check = exercise.getByRole("button", { name: "Check" });
    await check.click();
    const verdict = exercise.locator('[data-output="verdict"]');
    await expect(verdict).toHaveAttribute("data-passed", "false", { timeout: 20_000 });
    await expect(verdict).toContainText("inputs fail. The smallest:");
    // Every hint holds the next, the last one the solution.
    await expect(exercise.getByText("Show the solution")).toBeHidden();
    for (const step of await exercise.locator("[data-hint] > summary").all()) await step.click();
    await exercise.getByText("Show the solution").click();
    await exercise.getByText("Compare with my code").click();
    await expect(exercise.locator('[data-compare] [data-from="other"]').first()).toBeVisible();
    const solution = await exercise.locator("[data-solution] > :not(details) pre").first().textContent();
    await typeCode(page, exercise, solution ?? "");
    await check.click();
    await expect(verdict).toHaveAttribute("data-passed", "true", { timeout: 20_000 });
    await expect(exercise).toHaveAttribute("data-passed", "true");
  });
});

test.describe("without JavaScript", { tag: "@one-width" }, () => {
  test.use({ javaScriptEnabled: false });

  test("code and outputs are there to read", async ({ page }) => {
    await page.goto(lesson);
    const cell = cellOf(page, id);
    await expect(cell).toContainText("softmax");
    await expect(cell.locator('[data-output="table"]')).toBeVisible();
    await expect(cell).toContainText("computed when this page was built");
  });
});
