import { expect, type Locator, type Page, test } from "@playwright/test";
import { cellOf, runButton, runCell, typeCode } from "./cells";

const attention = "/en/learn/attention/";

/** The texts of a cell's outputs, in order. */
async function outputsOf(page: Page, id: string): Promise<string[]> {
  return cellOf(page, id).locator("[data-output]").allTextContents();
}

/** As a reader would: opens the editor, finds a piece of code, and writes over it. */
async function replaceInEditor(page: Page, cell: Locator, piece: string, by: string): Promise<void> {
  await expect(cell.locator("[data-run]")).toBeEnabled();
  await cell.getByRole("group").first().click();
  const field = cell.locator("[data-editor]");
  await expect(field).toHaveAttribute("data-editor", /^(open|plain)$/);
  if ((await field.getAttribute("data-editor")) === "plain") {
    const box = field.getByRole("textbox");
    return box.fill((await box.inputValue()).replace(piece, by));
  }
  const editor = cell.locator('[data-editor="open"]');
  await editor.locator("textarea").first().focus();
  await page.keyboard.press("ControlOrMeta+f");
  const find = editor.getByRole("textbox", { name: "Find" });
  await find.fill(piece);
  await expect(editor.locator(".findMatch, .currentFindMatch").first()).toBeAttached();
  await find.press("Escape");
  await page.keyboard.type(by);
}

test.describe("arrays in cells", { tag: "@one-width" }, () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(attention);
  });

  test("come with nothing to import or to free, and only when a cell names them", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const cell = cellOf(page, "by-hand");
    await typeCode(page, cell, "1 + 1");
    expect(await runCell(cell)).toBe("done");
    expect(asked.filter((path) => path.endsWith("/arrays/engine.js"))).toEqual([]);
    await typeCode(
      page,
      cell,
      "const square = np.array([[1, 2], [3, 4]]);\nsquare.matmul(square.T).sum().item()",
    );
    expect(await runCell(cell)).toBe("done");
    expect(await outputsOf(page, "by-hand")).toEqual(["52"]);
    expect(asked.filter((path) => path.endsWith("/arrays/engine.js"))).toHaveLength(1);
  });

  test("differentiate and compile where the cell runs", async ({ page }) => {
    const cell = cellOf(page, "by-hand");
    const code = [
      "const descend = jit((at) => at.sub(grad((v) => v.sub(3).square().sum())(at).mul(0.1)));",
      "let point = np.zeros([2]);",
      "for (let i = 0; i < 60; i++) point = descend(point);",
      "point.js().map((x) => x.toFixed(3)).join()",
    ];
    await typeCode(page, cell, code.join("\n"));
    expect(await runCell(cell)).toBe("done");
    expect(await outputsOf(page, "by-hand")).toEqual(["3.000,3.000"]);
  });

  test("say in which line shapes do not fit, and what may help", async ({ page }) => {
    const cell = cellOf(page, "by-hand");
    await typeCode(page, cell, "const tall = np.ones([8, 64]);\n\ntall.matmul(np.ones([32, 64]));");
    expect(await runCell(cell)).toBe("failed");
    await expect(cell.locator('[data-output="error"]')).toContainText(
      "matmul: (8, 64) · (32, 64): inner sizes 64 and 32 differ; did you mean the transpose?",
    );
    await expect(cell.getByRole("button", { name: "in line 3" })).toBeVisible();
  });

  test("rebuild the model's attention to four decimals", async ({ page }) => {
    expect(await runCell(cellOf(page, "with-arrays"))).toBe("done");
    const [, gap] = await outputsOf(page, "with-arrays");
    expect(Number(/[\d.]+e-\d+$/.exec(gap)?.[0])).toBeLessThan(1e-4);
  });
});

test("a cell has a text written token by token, and Stop ends it", { tag: "@one-width" }, async ({
  page,
}) => {
  await page.goto(attention);
  const cell = cellOf(page, "rebuild");
  await typeCode(
    page,
    cell,
    'const story = await model("story-1m");\nfor await (const { text } of story.generate("Once upon a time", { maxTokens: 6 })) display(text);',
  );
  expect(await runCell(cell)).toBe("done");
  expect(await outputsOf(page, "rebuild")).toHaveLength(6);
  await typeCode(
    page,
    cell,
    'const story = await model("story-1m");\nfor (;;) for await (const { text } of story.generate("Once", { seed: 2 })) display(text);',
  );
  await runButton(cell).click();
  await expect(cell.locator("[data-output]").nth(20)).toBeAttached();
  await cell.getByRole("button", { name: "Stop" }).click();
  await expect(cell).toHaveAttribute("data-state", "stopped");
});

test("the opened model parts from the shipped one where it is changed, and runs in the instruments on request", async ({
  page,
}) => {
  await page.goto(attention);
  await page.locator("[data-open-model] > summary").click();
  const opened = cellOf(page, "gpt");
  await expect(opened.locator("[data-editor]")).toContainText("export function forward");
  await replaceInEditor(page, opened, "Math.sqrt(d_head)", "1");
  await expect(opened).toHaveAttribute("data-edited", /.*/);
  expect(await runCell(opened)).toBe("done");
  // A cell out of sight waits with what it has to do again.
  await cellOf(page, "parting").scrollIntoViewIfNeeded();
  await expect(cellOf(page, "parting").locator("[data-output]").first()).toHaveText(
    /They part first in layer 0, at token 1 \("Lily"\): .* differ by \d\.\d+\./,
    {
      timeout: 40_000,
    },
  );
  await expect(
    cellOf(page, "parting").getByRole("columnheader", { name: "story-1m, changed" }),
  ).toBeVisible();

  const instrument = page.locator('[data-demo="heads"]');
  await instrument.scrollIntoViewIfNeeded();
  await expect(instrument).toHaveAttribute("data-state", "live");
  const before = await instrument.textContent();
  await page.getByRole("checkbox", { name: /instruments on this page/ }).check();
  expect(await runCell(cellOf(page, "in-instruments"))).toBe("done");
  await expect(instrument).toContainText("Runs your forward pass, in a cell.");
  await expect(instrument).toHaveAttribute("data-state", "live");
  expect(await instrument.textContent()).not.toBe(before);
  await page.getByRole("checkbox", { name: /instruments on this page/ }).uncheck();
  await expect(instrument).not.toContainText("Runs your forward pass");
});
