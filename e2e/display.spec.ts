import type { Locator, Page } from "@playwright/test";
import { cellOf, leaveDrafts, lesson, runCell } from "./cells";
import { expect, expectAccessible, test } from "./fixtures";

/** What a cell shows, kind by kind: by pointer, by keyboard, on a phone, by day and by night. */
const id = "softmax";

async function show(page: Page, code: string): Promise<Locator> {
  await page.goto(lesson);
  await leaveDrafts(page, { [id]: code });
  const cell = cellOf(page, id);
  expect(await runCell(cell)).toBe("done");
  return cell;
}

const output = (cell: Locator, kind: string) => cell.locator(`[data-output="${kind}"]`);

const everyKind = `

display({ name: "story-1m", layers: [{ heads: 4, width: 128 }, { heads: 4, width: 128 }], tied: true, note: "x".repeat(60) });
display(Array.from({ length: 300 }, (_, i) => Math.sin(i / 20) * Math.exp(-i / 150)));
display([[0.25, -1, 3], [2, 0.5, -0.125]]);
heatmap(Array.from({ length: 60 }, (_, t) => Array.from({ length: 60 }, (_, s) => (s > t ? 0 : 1 / (1 + t - s)))));
display(Array.from({ length: 6 }, (_, h) => Array.from({ length: 12 }, (_, t) => Array.from({ length: 12 }, (_, s) => Math.cos(h * t - s)))));
tokens(["Once", " upon", " a", " time", ",", "\\n", " there"], { title: "Seven tokens", probabilities: [0.02, 0.9, 0.99, 0.6, 0.4, 0.1, 0.3], ids: [7, 8, 9, 10, 11, 12, 13] });
plot({
  title: "Loss of two models",
  data: Array.from({ length: 60 }, (_, i) => ({ step: i + 1, loss: 4 / Math.sqrt(i + 1) + (i % 2 ? 0.3 : 0), model: i % 2 ? "draft" : "base" })),
  marks: [{ mark: "line", x: "step", y: "loss", color: "model" }, { mark: "dot", x: "step", y: "loss", color: "model" }, { mark: "rule", y: 1 }],
  y: { log: true, label: "loss (nats)" },
});
plot({ data: [{ part: "FFN", share: 67 }, { part: "attention", share: 33 }], marks: [{ mark: "bar", x: "share", y: "part" }] });
markdown("## In words\\n\\nAttention is **shared out**:\\n\\n| key | weight |\\n|---|--:|\\n| a | 0.5 |\\n\\n- one\\n- \`two\`");
html("<p>Plain <strong style='font-size: 1.2em; position: fixed'>HTML</strong> with a <a href='https://example.org/'>word</a></p>");
svg("<svg viewBox='0 0 120 40' width='240'><title>Two dots</title><circle cx='20' cy='20' r='12' fill='#2167a3'/><circle cx='80' cy='20' r='12' fill='#b5532a'/></svg>");
expect([0.5, 0.5].reduce((a, b) => a + b), "the sum").toBeCloseTo(1);
expect([[1, 2], [3, 4]], "the scores").toHaveShape([2, 3]);
console.log("a line of the console");
console.warn("a warning");
table(Array.from({ length: 320 }, (_, i) => ({ word: ["ball", "key", "box"][i % 3] + i, p: (i * 37) % 320 })));
`;

test("every kind is drawn, and passes the accessibility checks by day and by night", async ({ page }) => {
  const cell = await show(page, everyKind);
  for (const kind of [
    "tree",
    "series",
    "heatmap",
    "tensor",
    "tokens",
    "markup",
    "expectation",
    "text",
    "table",
  ])
    await expect(output(cell, kind).last()).toBeVisible();
  await expect(output(cell, "plot").first().locator("svg [data-part='line'] path")).toHaveCount(2);
  await expect(output(cell, "plot").last().locator("svg [data-part='bar'] rect")).toHaveCount(2);
  await expect(cell.getByRole("group", { name: "Output", exact: true })).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await expectAccessible(page, { part: `[data-cell='${id}']` });
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, { part: `[data-cell='${id}']` });
});

test("a tree opens part by part, by keyboard alone", async ({ page }) => {
  const cell = await show(page, '({ layers: [{ heads: 4 }, { heads: 8 }], name: "x".repeat(80) })');
  const tree = cell.getByRole("tree");
  await expect(tree.getByRole("treeitem")).toHaveCount(3);
  await tree.getByRole("treeitem").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(tree.getByRole("treeitem", { name: /^1: / })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const heads = tree.getByRole("treeitem", { name: "heads: 4" });
  await expect(heads.last()).toHaveAttribute("aria-level", "4");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(tree.getByRole("treeitem")).toHaveCount(3);
  await expect(tree.getByRole("treeitem", { name: /^layers/ })).toBeFocused();
});

test("a table sorts by a press on a column's name, and shows more on request", async ({ page }) => {
  const rows = "Array.from({ length: 120 }, (_, i) => ({ i, p: (i * 7) % 120 }))";
  const cell = await show(page, rows);
  const table = output(cell, "table");
  await expect(table.getByRole("row")).toHaveCount(51);
  await table.getByRole("button", { name: "p", exact: true }).click();
  await expect(table.getByRole("columnheader", { name: "p" })).toHaveAttribute("aria-sort", "descending");
  await expect(table.getByRole("row").nth(1).getByRole("cell").last()).toHaveText("119");
  await table.getByRole("button", { name: "p", exact: true }).press("Enter");
  await expect(table.getByRole("row").nth(1).getByRole("cell").last()).toHaveText("0");
  await table.getByRole("button", { name: "Show 70 more" }).click();
  await expect(table.getByRole("row")).toHaveCount(121);
});

test("numbers in pictures are read by pointer and by arrow keys", async ({ page }) => {
  const cell = await show(
    page,
    `display(Array.from({ length: 101 }, (_, i) => i / 4));
heatmap(Array.from({ length: 50 }, (_, i) => Array.from({ length: 50 }, (_, j) => 100 * i + j)));
display([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]);`,
  );
  const series = output(cell, "series");
  await series.getByRole("slider").focus();
  await page.keyboard.press("End");
  await expect(series.getByText("index 100: 25", { exact: true })).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(series.getByRole("slider")).toHaveAttribute("aria-valuetext", "index 99: 24.75");

  const picture = output(cell, "heatmap").first();
  await picture.getByRole("group").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(picture.getByText("row 1, column 1: 101")).toBeVisible();

  const tensor = output(cell, "tensor");
  await tensor.getByRole("button", { name: "Show slice [1]" }).click();
  await expect(tensor.getByRole("gridcell", { name: "row 1, column 1: 8" })).toBeVisible();
});

test("a long text opens on request", { tag: "@one-width" }, async ({ page }) => {
  const cell = await show(page, "for (let i = 0; i < 100; i++) console.log('line ' + i);");
  await expect(cell.getByText("line 99")).toBeHidden();
  await cell.getByText("Show 80 more lines").click();
  await expect(cell.getByText("line 99")).toBeVisible();
});

test("a mistake in a chart's specification names the mark and the line", { tag: "@one-width" }, async ({
  page,
}) => {
  await page.goto(lesson);
  await leaveDrafts(page, {
    [id]: 'plot({ data: [{ a: 1 }], marks: [{ mark: "line", x: "a", y: "b" }] });',
  });
  const cell = cellOf(page, id);
  expect(await runCell(cell)).toBe("failed");
  await expect(output(cell, "error")).toContainText('mark 1 (line) says y: "b", but its rows have a.');
  await expect(cell.getByRole("button", { name: "in line 1" })).toBeVisible();
});

test.describe("without JavaScript", { tag: "@one-width" }, () => {
  test.use({ javaScriptEnabled: false, expected: /^failed: .*\.js csp$/ });

  test("the charts of a lesson are drawn, with their numbers to open", async ({ page }) => {
    await page.goto(lesson);
    const chart = page.locator('[data-output="plot"]').first();
    await expect(chart.locator("svg [data-part='line'] path").filter({ visible: true })).toHaveCount(2);
    await chart.getByText("In words and numbers").click();
    await expect(chart.getByRole("row").nth(1)).toBeVisible();
  });
});
