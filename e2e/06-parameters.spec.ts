import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

const ADDRESS = "/en/learn/parameters/";

/** An instrument of the lesson, in view and answering. */
async function open(page: Page, id: string): Promise<Locator> {
  await page.goto(ADDRESS);
  const demo = page.locator(`#${id}`);
  await demo.scrollIntoViewIfNeeded();
  // Until then it is the build's picture, and deaf.
  await expect(demo).not.toHaveAttribute("data-state", /prebuilt|loading/, { timeout: 30_000 });
  return demo;
}

const slider = (demo: Locator, name: string) => demo.locator(`input[type=range][name="${name}"]`);
const choose = (demo: Locator, model: string) =>
  demo.getByLabel("Model", { exact: true }).selectOption({ label: model });
const totalOf = (demo: Locator) => demo.getAttribute("data-total").then(Number);

test.describe("the calculator", () => {
  for (const [model, total] of [
    ["GPT-2 XL", 1_557_611_200],
    ["dolly-v2-3b", 2_775_086_080],
    ["Llama-2-70B", 68_976_648_192],
    ["Mixtral 8x7B", 46_702_792_704],
  ] as const)
    test(`counts ${model} to the parameter`, { tag: "@one-width" }, async ({ page }) => {
      const demo = await open(page, "calculator");
      await choose(demo, model);
      await expect(demo).toHaveAttribute("data-total", String(total));
      await expect(demo.getByText("the same, to the parameter")).toBeVisible();
    });

  test("gives the note's 22.6 billion for dolly at the width of 7,680", { tag: "@one-width" }, async ({
    page,
  }) => {
    const demo = await open(page, "calculator");
    await choose(demo, "dolly-v2-3b");
    await demo.getByRole("spinbutton", { name: "width H, typed" }).fill("7680");
    await expect(demo.getByText(/12 · 32 · 7,680² = 22,649,241,600/).first()).toBeVisible();
    await expect(demo).toHaveAttribute("data-model", "own");
    await demo.getByRole("button", { name: "Reset width H to 2560" }).click();
    await expect(demo).toHaveAttribute("data-total", "2775086080");
  });

  test("can be walked by keyboard, part by part, with formula and number", async ({ page }) => {
    const demo = await open(page, "calculator");
    await demo.locator("[data-part]").first().focus();
    await page.keyboard.press("End");
    await expect(demo.locator("[data-readout]")).toHaveAttribute("data-readout", "finalNorm");
    await page.keyboard.press("Home");
    await expect(demo.locator("[data-readout]")).toContainText("50,257·768 = 38,597,376");
  });

  test("has a table whose sum is the total", { tag: "@one-width" }, async ({ page }) => {
    const demo = await open(page, "calculator");
    await demo.getByRole("button", { name: "Show as table" }).click();
    await expect(demo.locator("tfoot")).toContainText("124,439,808");
  });

  test("stands extreme and senseless input", async ({ page }) => {
    const demo = await open(page, "calculator");
    const width = demo.getByRole("spinbutton", { name: "width H, typed" });
    const before = await totalOf(demo);
    for (const text of ["", "1e9", "-5", "64"]) {
      await width.fill(text);
      expect(await totalOf(demo)).toBeGreaterThan(0);
    }
    await width.fill("768");
    await expect(demo).toHaveAttribute("data-total", String(before));
    await slider(demo, "kv-heads").fill("5");
    await expect(demo.getByText("this can be counted, not built")).toBeVisible();
    await slider(demo, "experts").fill("64");
    await expect(slider(demo, "active")).toHaveValue("1");
    await expect(demo).not.toContainText("NaN");
  });
});

test.describe("the squares", () => {
  test("add up to 12H² + 13H in four steps", async ({ page }) => {
    const demo = await open(page, "squares");
    for (const [name, squares] of [
      ["queries, keys, values", 3],
      ["+ attention output", 4],
      ["+ feed-forward", 12],
    ] as const) {
      await demo.getByRole("radio", { name }).check({ force: true });
      await expect(demo).toHaveAttribute("data-squares", String(squares));
    }
    await demo.getByRole("radio", { name: "+ norms" }).check({ force: true });
    await expect(demo.locator("tfoot")).toContainText("12H² + 13H");
    await choose(demo, "Mistral-7B");
    await expect(demo).toHaveAttribute("data-squares", "13");
  });
});

test.describe("the tensors", () => {
  test("are read from the site's manifest and equal the count", { tag: "@one-width" }, async ({ page }) => {
    const demo = await open(page, "tensors");
    await expect(demo).toHaveAttribute("data-state", "live");
    await expect(demo).toHaveAttribute("data-total", "1088256");
    await demo.getByRole("button", { name: /as a table/ }).click();
    await expect(demo.locator("tbody tr")).toHaveCount(52);
  });
});

test.describe("without the manifest", () => {
  test.use({ expected: /manifest\.json|Failed to load resource/ });

  test("the build's list stays, and the reader is told", async ({ page }) => {
    await page.route("**/models/story-1m/manifest.json", (route) => route.abort());
    const demo = await open(page, "tensors");
    await expect(demo).toHaveAttribute("data-state", "failed");
    await expect(demo.getByRole("alert")).toContainText("manifest");
    await expect(demo).toHaveAttribute("data-total", "1088256");
    await page.unroute("**/models/story-1m/manifest.json");
    await demo.getByRole("button", { name: "Try again" }).click();
    await expect(demo).toHaveAttribute("data-state", "live", { timeout: 30_000 });
  });
});

test.describe("the budget", () => {
  test("gives Llama-2-70B's cache, and GPT-3's compute", async ({ page }) => {
    const demo = await open(page, "budget");
    await choose(demo, "Llama-2-70B");
    await expect(demo).toHaveAttribute("data-cache", String(320 * 1024 * 4096));
    await slider(demo, "context").fill("0");
    await expect(demo).toHaveAttribute("data-cache", String(320 * 1024 * 128));
    await choose(demo, "GPT-3");
    await expect(demo.getByText(/= 3\.14 × 10²³ operations/).first()).toBeVisible();
    await demo.getByRole("radio", { name: "fp32" }).check({ force: true });
    await expect(demo.locator("[data-recipe]")).toHaveAttribute("data-recipe", "fp32");
  });
});

test("everything open meets the accessibility rules", async ({ page }) => {
  const demo = await open(page, "calculator");
  await demo.getByText("Head size, positions, biases, norm").click();
  await choose(demo, "Mixtral 8x7B");
  await expect(page.locator("#squares")).toHaveAttribute("data-state", "ready", { timeout: 30_000 });
  await choose(page.locator("#squares"), "Mixtral 8x7B");
  for (const part of ["#calculator", "#squares"]) await expectAccessible(page, { part });
});
