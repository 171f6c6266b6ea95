import type { Locator, Page } from "@playwright/test";
import { cellOf, runCell } from "./cells";
import { expect, test } from "./fixtures";

const ADDRESS = "/en/learn/attention/";

/** An instrument of the lesson, answering live. */
async function openLive(page: Page, id: string): Promise<Locator> {
  await page.goto(ADDRESS);
  const demo = page.locator(`#${id}`);
  await demo.scrollIntoViewIfNeeded();
  await expect(demo).toHaveAttribute("data-state", "live", { timeout: 30_000 });
  return demo;
}

const cell = (demo: Locator, query: number, key: number) => demo.locator(`[data-at="${query},${key}"]`);

test.describe("all heads", () => {
  test("are drawn before any model is there, one of them worked out", { tag: "@one-width" }, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
    const page = await context.newPage();
    await page.goto(ADDRESS);
    const demo = page.locator("#heads");
    await expect(demo.getByRole("radio")).toHaveCount(16);
    await expect(demo.locator("[data-at]")).toHaveCount(11 * 11);
    await expect(demo.getByText(/^Layer 2, head 0 /).first()).toBeVisible();
    await expect(demo.getByText("computed when this page was built")).toBeVisible();
    await context.close();
  });

  test("agree with the model's own attention when it is there", { tag: "@one-width" }, async ({ page }) => {
    const demo = await openLive(page, "heads");
    const gap = (await demo.getByText(/largest difference/).textContent())?.match(/maps ([\d.]+)e−(\d+)/);
    expect(Number(gap?.[2])).toBeGreaterThanOrEqual(5);
  });

  test("are chosen with the arrow keys, and cells walked with them", async ({ page }) => {
    const demo = await openLive(page, "heads");
    await demo.getByRole("radio", { checked: true }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(demo).toHaveAttribute("data-selected", "2.1");
    await cell(demo, 10, 0).focus();
    await page.keyboard.press("ArrowRight");
    await expect(cell(demo, 10, 1)).toBeFocused();
    await expect(demo.getByRole("heading", { name: /as query, “Lily” as key/ })).toBeVisible();
  });

  test("see later tokens only without the mask", { tag: "@one-width" }, async ({ page }) => {
    const demo = await openLive(page, "heads");
    await expect(cell(demo, 2, 5)).toHaveAccessibleName(/hidden by the mask/);
    await demo.getByLabel("causal mask").uncheck();
    await expect(cell(demo, 2, 5)).toHaveAccessibleName(/%$/);
  });

  test("read another text, none, a strange one and a huge one", async ({ page }) => {
    const demo = await openLive(page, "heads");
    for (const text of ["Tom saw Tom.", "", "猫在睡觉。🙂"]) {
      await demo.getByLabel("Text", { exact: true }).fill(text);
      await expect(demo).toHaveAttribute("data-text", text, { timeout: 30_000 });
      await expect(demo).toHaveAttribute("data-state", "live");
    }
    await demo.getByLabel("Text", { exact: true }).fill("the cat ".repeat(400));
    await expect(demo.getByRole("alert")).toContainText(/reads at most 31 at once/);
    await demo.getByRole("button", { name: /^Leave out the first/ }).click();
    await expect(demo).toHaveAttribute("data-text", /the cat the cat/, { timeout: 30_000 });
    await expect(demo).toHaveAttribute("data-state", "live");
  });
});

test.describe("turning heads off", () => {
  test("moves the prediction, and turning them on again brings it back", async ({ page }) => {
    const demo = await openLive(page, "ablate");
    await demo.getByRole("button", { name: "All on" }).click();
    await expect(demo).toHaveAttribute("data-off", "");
    await expect(demo.getByText(/^All heads are on/).first()).toBeVisible();
    await demo.getByRole("button", { name: "Layer 2, head 1, on" }).click();
    await expect(demo).toHaveAttribute("data-off", "2.1");
    await expect(demo.getByText(/^One head is off/).first()).toBeVisible();
    await demo.getByRole("button", { name: "Layer 0 off" }).click();
    await expect(demo).toHaveAttribute("data-off", "0.0 0.1 0.2 0.3 2.1");
  });

  test("ranks all heads, and can be stopped on the way", { tag: "@one-width" }, async ({ page }) => {
    const demo = await openLive(page, "ablate");
    await demo.getByRole("button", { name: "Try every head" }).click();
    await expect(demo).toHaveAttribute("data-trial", "done", { timeout: 60_000 });
    await expect(demo.getByRole("rowheader")).toHaveCount(16);
    await demo.getByLabel("Text", { exact: true }).fill("the cat ".repeat(100));
    await demo.getByRole("button", { name: "Try every head" }).click();
    await demo.getByRole("button", { name: "Stop" }).click();
    await expect(demo).toHaveAttribute("data-trial", "stopped");
  });
});

test("the scale experiment follows its slider to both ends, and draws again", { tag: "@one-width" }, async ({
  page,
}) => {
  const demo = await openLive(page, "scale");
  const slider = demo.locator('input[name="d_k"]');
  await slider.fill("0");
  await expect(demo).toHaveAttribute("data-width", "1");
  await expect(demo.getByText(/^With 1 component the dot products/).first()).toBeVisible();
  await slider.fill("9");
  await expect(demo).toHaveAttribute("data-width", "512");
  const before = await demo
    .getByText(/^With 512 components/)
    .first()
    .textContent();
  await demo.getByRole("button", { name: "Draw again" }).click();
  await expect(demo).toHaveAttribute("data-seed", "2");
  await expect(demo.getByText(/^With 512 components/).first()).not.toHaveText(before ?? "");
});

test("cells rebuild the model's attention in the page", async ({ page }) => {
  await page.goto(ADDRESS);
  for (const id of ["rebuild", "block", "damage"]) {
    const found = cellOf(page, id);
    await found.scrollIntoViewIfNeeded();
    expect(await runCell(found), id).toBe("done");
  }
  await expect(cellOf(page, "rebuild").getByText(/own four maps: \d(\.\d)?e-[5-9]/)).toBeVisible();
});
