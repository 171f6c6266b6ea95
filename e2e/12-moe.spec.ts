import type { Locator, Page } from "@playwright/test";
import { cellOf, runCell } from "./cells";
import { expect, test } from "./fixtures";

const ADDRESS = "/en/learn/moe/";

async function openDemo(page: Page, id: string, fragment = ""): Promise<Locator> {
  await page.goto(ADDRESS + fragment);
  const demo = page.locator(`#${id}`);
  await demo.scrollIntoViewIfNeeded();
  await expect(demo).toHaveAttribute("data-state", "live", { timeout: 60_000 });
  return demo;
}

/** Nothing, another script, and more than fits until the reader agrees to leave the beginning out. */
async function strainText(demo: Locator, label: string): Promise<void> {
  const field = demo.getByLabel(label, { exact: true });
  for (const text of ["", "猫在睡觉。🙂 Привет"]) {
    await field.fill(text);
    await expect(demo.getByText("still the older")).toHaveCount(0, { timeout: 30_000 });
    await expect(demo).toHaveAttribute("data-state", "live", { timeout: 30_000 });
  }
  await field.fill("the cat ".repeat(100));
  await expect(demo.getByRole("alert")).toContainText(/reads at most \d+ at once/);
  await demo.getByRole("button", { name: /^Leave out the first/ }).click();
  await expect(demo).toHaveAttribute("data-state", "live", { timeout: 30_000 });
}

test("every instrument stands in the page without scripts", { tag: "@one-width" }, async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto(ADDRESS);
  await expect(page.locator("#routes td[data-run]")).toHaveCount(8); // two of eight in four layers
  await expect(page.locator("#likes [data-row]")).toHaveCount(10);
  await expect(page.locator("#switches [data-written]")).toHaveCount(2);
  await expect(page.locator("#switches").getByText("dense twin:")).toBeVisible();
  await expect(page.locator("#memory").getByText("46,702,792,704")).toBeVisible();
  await context.close();
});

test("the routes are walked token by token, for any text", async ({ page }) => {
  const demo = await openDemo(page, "routes");
  await test.step("with the arrow keys, to both ends", async () => {
    await demo.locator("[data-token][tabindex='0']").press("Home");
    await expect(demo).toHaveAttribute("data-at", "0");
    await page.keyboard.press("ArrowLeft");
    await expect(demo).toHaveAttribute("data-at", "0");
    await page.keyboard.press("ArrowRight");
    await expect(demo).toHaveAttribute("data-at", "1");
    await expect(demo.locator("[data-token='1']")).toBeFocused();
    await page.keyboard.press("End");
    const last = (await demo.locator("[data-token]").count()) - 1;
    await expect(demo).toHaveAttribute("data-at", String(last));
    await expect(demo.locator("td[data-run]")).toHaveCount(8);
  });
  await test.step("of another kind", async () => {
    await demo.getByRole("radio", { name: "code" }).check();
    await expect(demo).toHaveAttribute("data-text", /^x = 16/, { timeout: 30_000 });
    await expect(demo.getByText(/: in layer 0 expert \d \(\d+%\) and expert \d/).first()).toBeVisible();
  });
  await test.step("empty, strange and too long", () => strainText(demo, "Text"));
  await expect(demo).toHaveAttribute("data-text", /the cat $/);
});

test("loads are read by layer and expert, also of the reader's own text", async ({ page }) => {
  const demo = await openDemo(page, "likes");
  await demo.getByRole("radio", { name: "3", exact: true }).first().check({ force: true });
  await demo.getByRole("radio", { name: "7", exact: true }).check({ force: true });
  await expect(demo.getByText(/^Expert 7 of layer 3 takes/).first()).toBeVisible();
  for (const row of ["story", "all", "own"]) {
    const shares = await demo.locator(`[data-row="${row}"] td`).allTextContents();
    const sum = shares.reduce((total, share) => total + Number.parseInt(share, 10), 0);
    expect(Math.abs(sum - 100), row).toBeLessThanOrEqual(4); // each is rounded
  }
  await strainText(demo, "A text of yours");
});

test.describe("the switches", () => {
  test("change how many experts run, and which, and the losses with them", async ({ page }) => {
    test.slow();
    const demo = await openDemo(page, "switches");
    const trained = Number(await demo.getAttribute("data-loss"));
    const before = await demo.locator('[data-written="before"]').textContent();
    await expect(demo.locator('[data-written="after"]')).toHaveText(before ?? "");
    for (const perToken of ["1", "8"]) {
      await demo.locator('input[type="range"][name="per-token"]').fill(perToken);
      await expect(demo).toHaveAttribute("data-per-token", perToken, { timeout: 30_000 });
      expect(Number(await demo.getAttribute("data-loss"))).not.toBeCloseTo(trained, 3);
    }
    await demo.getByRole("button", { name: /^layer 0, expert 0,/ }).press("ArrowRight");
    await page.keyboard.press("Space");
    await expect(demo).toHaveAttribute("data-off", "0.1", { timeout: 30_000 });
    for (const expert of [0, 2, 3, 4, 5, 6])
      await demo.getByRole("button", { name: new RegExp(`^layer 0, expert ${expert},`) }).click();
    await expect(demo).toHaveAttribute("data-off", "0.0 0.1 0.2 0.3 0.4 0.5 0.6", { timeout: 30_000 });
    const last = demo.getByRole("button", { name: /^layer 0, expert 7, on/ }); // stays on
    await last.click({ force: true });
    await expect(last).toBeDisabled();
    await demo.getByRole("button", { name: "All on" }).click();
    await demo.locator('input[type="range"][name="per-token"]').fill("2");
    await expect(demo).toHaveAttribute("data-loss", trained.toFixed(4), { timeout: 30_000 });
  });

  test("can be tried one after the other, and stopped on the way; any prompt will do", {
    tag: "@one-width",
  }, async ({ page }) => {
    test.slow();
    const demo = await openDemo(page, "switches", "#switches?per-token=3");
    await demo.getByRole("button", { name: "Switch off each in turn" }).click();
    await expect(demo).toHaveAttribute("data-trial", "running");
    await demo.getByRole("button", { name: "Stop" }).click();
    await expect(demo).toHaveAttribute("data-trial", "stopped");
    await expect(demo.getByText("Stopped; what was measured stays.")).toBeVisible();
    await strainText(demo, "Prompt");
    await demo.getByText("Every number of experts as a table").click();
    await expect(demo.getByRole("rowheader")).toHaveCount(9);
  });
});

test("memory and arithmetic follow the sliders to their ends", { tag: "@one-width" }, async ({ page }) => {
  const demo = await openDemo(page, "memory");
  await expect(demo).toHaveAttribute("data-active", "12879925248");
  await demo.locator('input[type="range"][name="tokens"]').fill("64");
  await expect(demo).toHaveAttribute("data-read", /^467/); // all but a thousandth
  for (const [name, value] of Object.entries({ experts: "1", active: "16" }))
    await demo.locator(`input[type="range"][name="${name}"]`).fill(value);
  const total = await demo.getAttribute("data-total");
  await expect(demo).toHaveAttribute("data-active", total ?? "");
  await demo.getByRole("radio", { name: "moe, on this page" }).check();
  await expect(demo).toHaveAttribute("data-total", "2658560");
});

test("cells rebuild a layer in the page and agree with the model", { tag: "@one-width" }, async ({
  page,
}) => {
  test.slow();
  await page.goto(ADDRESS);
  for (const id of ["router", "experts", "fewer", "load", "mixtral", "distinct"]) {
    const found = cellOf(page, id);
    await found.scrollIntoViewIfNeeded();
    expect(await runCell(found), id).toBe("done");
    await expect(found.locator('[data-passed="false"]')).toHaveCount(0);
  }
});
