import type { Locator, Page } from "@playwright/test";
import { cellOf, runCell } from "./cells";
import { expect, test } from "./fixtures";

const ADDRESS = "/en/learn/speculative/";

async function openDemo(page: Page, id: string, fragment = ""): Promise<Locator> {
  await page.goto(ADDRESS + fragment);
  const demo = page.locator(`#${id}`);
  await demo.scrollIntoViewIfNeeded();
  await expect(demo).toHaveAttribute("data-state", "live", { timeout: 30_000 });
  return demo;
}

/** Starts a run and waits until the clock has been read. */
async function write(demo: Locator): Promise<void> {
  await demo.getByRole("button", { name: /^Write \d+ tokens$/ }).click();
  await expect(demo).toHaveAttribute("data-run", "done", { timeout: 60_000 });
}

test.describe("the rounds", () => {
  test("stand in the page before any model is there", { tag: "@one-width" }, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
    const page = await context.newPage();
    await page.goto(ADDRESS);
    const demo = page.locator("#rounds");
    for (const fate of ["accepted", "rejected", "corrected"])
      expect(await demo.locator(`ol [data-fate="${fate}"]`).count()).toBeGreaterThan(0);
    await expect(demo.getByText("written when this page was built")).toBeVisible();
    await expect(demo.getByText(/^\d+ rounds wrote \d+ tokens/).first()).toBeVisible();
    await context.close();
  });

  test("write the target's own text at temperature 0, for every γ and kind of text, by the clock", async ({
    page,
  }) => {
    const demo = await openDemo(page, "rounds", "#rounds?temperature=0");
    for (const [kind, gamma] of [
      ["story", "4"],
      ["code", "7"],
      ["sums", "1"],
    ]) {
      await demo.getByRole("radio", { name: kind, exact: true }).check();
      await demo.locator('input[type="range"][name="gamma"]').fill(gamma);
      await write(demo);
      await expect(demo).toHaveAttribute("data-same", "true");
      expect(Number(await demo.getAttribute("data-clock"))).toBeGreaterThan(0);
      await expect(demo.getByText(/^By the clock: /)).toBeVisible();
    }
  });

  test("draft nothing at γ = 0, and still write", { tag: "@one-width" }, async ({ page }) => {
    const demo = await openDemo(page, "rounds", "#rounds?gamma=0&temperature=2");
    await write(demo);
    await expect(demo.locator('ol [data-fate="accepted"]')).toHaveCount(0);
    await expect(demo.getByText(/^Nothing was drafted/).first()).toBeVisible();
  });

  test("take any prompt: none, a strange one, and the end of a huge one when the reader agrees", {
    tag: "@one-width",
  }, async ({ page }) => {
    const demo = await openDemo(page, "rounds");
    await write(demo); // both models are there
    for (const text of ["", "猫在睡觉。🙂 Привет"]) {
      await demo.getByLabel("Prompt", { exact: true }).fill(text);
      await expect(demo.getByText("Below is the run with the earlier settings.")).toBeVisible();
      await write(demo);
    }
    await demo.getByLabel("Prompt", { exact: true }).fill("the cat ".repeat(400));
    await expect(demo.getByRole("alert")).toContainText(/reads at most \d+ at once/);
    await demo.getByRole("button", { name: /^Leave out the first/ }).click();
    await expect(demo.getByRole("alert")).toHaveCount(0);
    await write(demo);
  });

  test("can be stopped on the way and started again, and keep what was written", {
    tag: "@one-width",
  }, async ({ page }) => {
    const demo = await openDemo(page, "rounds");
    await demo.getByRole("button", { name: /^Write/ }).click();
    await expect(demo).not.toHaveAttribute("data-rounds", "0");
    await demo.getByRole("button", { name: "Stop" }).click();
    await expect(demo).toHaveAttribute("data-run", "stopped");
    await expect(demo.getByText("Stopped; what had been written stays.")).toBeVisible();
    await write(demo);
  });

  test("can be read as a table, and their settings be sent as a link", async ({ page }) => {
    const demo = await openDemo(page, "rounds", "#rounds?gamma=2&seed=9");
    await expect(demo.locator('input[type="range"][name="gamma"]')).toHaveValue("2");
    await demo.getByText("The rounds as a table").click();
    await expect(demo.getByRole("columnheader", { name: "rejected" })).toBeVisible();
    expect(await demo.getByRole("rowheader").count()).toBe(Number(await demo.getAttribute("data-rounds")));
    await expect(demo.getByRole("heading").getByRole("link")).toHaveAttribute("href", /gamma=2/);
  });
});

test.describe("a model that cannot be had", { tag: "@one-width" }, () => {
  test.use({ expected: /weights\.safetensors|Failed to load resource/, serviceWorkers: "block" });

  test("is named, can be retried, and leaves the page working", async ({ page }) => {
    await page.route("**/models/draft/weights.safetensors*", (route) =>
      route.fulfill({ status: 404, body: "" }),
    );
    const demo = await openDemo(page, "rounds");
    await demo.getByRole("button", { name: /^Write/ }).click();
    await expect(demo).toHaveAttribute("data-state", "failed", { timeout: 30_000 });
    await expect(demo.getByRole("alert").first()).toContainText("weights.safetensors is missing");
    await page.unroute("**/models/draft/weights.safetensors*");
    await write(demo);
  });
});

test.describe("the draws", () => {
  test("are the target's under the right rule and not under a wrong one", { tag: "@one-width" }, async ({
    page,
  }) => {
    const demo = await openDemo(page, "exact");
    await expect(demo).toHaveAttribute("data-off", "0.000000");
    for (const rule of [
      "min(1, p/q), else draw from p again",
      "min(1, q/p), else the residual",
      "keep only the target’s favorite",
      "keep everything",
    ]) {
      await demo.getByRole("radio", { name: rule }).check();
      await demo.getByRole("radio", { name: "100,000" }).check();
      await expect(demo).not.toHaveAttribute("data-off", "0.000000");
      await expect(demo).toHaveAttribute("data-p-value", "0.0000");
    }
    await demo.getByRole("radio", { name: "min(1, p/q), else the residual" }).check();
    const values = [];
    for (let seed = 0; seed < 5; seed++) {
      await demo.getByRole("button", { name: "Next seed" }).click();
      await expect(demo).toHaveAttribute("data-rule", "right");
      values.push(Number(await demo.getAttribute("data-p-value")));
    }
    expect(Math.max(...values)).toBeGreaterThan(0.05);
  });

  test("follow another prompt, none, a strange one and a huge one, to both ends of the temperature", async ({
    page,
  }) => {
    const demo = await openDemo(page, "exact");
    for (const text of ["Once upon a", "", "猫在睡觉。🙂 Привет"]) {
      await demo.getByLabel("Prompt", { exact: true }).fill(text);
      await expect(demo).toHaveAttribute("data-prompt", text, { timeout: 30_000 });
      await expect(demo).toHaveAttribute("data-state", "live");
    }
    await demo.getByLabel("Prompt", { exact: true }).fill("the cat ".repeat(400));
    await demo.getByRole("button", { name: /^Leave out the first/ }).click();
    await expect(demo).toHaveAttribute("data-prompt", /^.{0,8}(the cat ){100}/, { timeout: 30_000 });
    await expect(demo).toHaveAttribute("data-state", "live");
    const slider = demo.locator('input[type="range"][name="temperature"]');
    await slider.fill("0");
    await expect(demo.getByText(/allows one token, and it came out every time/).first()).toBeVisible();
    await slider.fill("2");
    await expect(demo.getByText(/degrees of freedom/).first()).toBeVisible();
  });
});

test("the calculator follows its sliders to the ends, and shows what the note's assistant can do", async ({
  page,
}) => {
  const demo = await openDemo(page, "payoff");
  await demo.getByRole("button", { name: "the note’s assistant" }).click();
  expect(Number(await demo.getAttribute("data-speed"))).toBeLessThan(1.5);
  await demo.getByRole("button", { name: "enough for twice" }).click();
  expect(Number(await demo.getAttribute("data-speed"))).toBeGreaterThan(1.9);
  await demo.locator('input[type="range"][name="alpha"]').fill("1");
  await demo.locator('input[type="range"][name="c"]').fill("0");
  await expect(demo).toHaveAttribute("data-speed", "16.000");
  await demo.locator('input[type="range"][name="alpha"]').fill("0");
  await expect(demo).toHaveAttribute("data-best", "0");
  await expect(demo.getByText(/^No γ pays here/).first()).toBeVisible();
  await demo.getByText("All γ as a table").click();
  await expect(demo.getByRole("rowheader")).toHaveCount(16);
});

test("cells build the technique in the page and agree with the models", async ({ page }) => {
  await page.goto(ADDRESS);
  for (const id of ["guess", "one-pass", "greedy", "keep", "test"]) {
    const found = cellOf(page, id);
    await found.scrollIntoViewIfNeeded();
    expect(await runCell(found), id).toBe("done");
    await expect(found.locator('[data-passed="false"]')).toHaveCount(0);
  }
});
