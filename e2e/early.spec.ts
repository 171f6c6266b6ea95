import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** What a reader does while the page's scripts are still on their way. */
async function early(
  page: Page,
  lesson: string,
  id: string,
  act: (demo: Locator) => Promise<void>,
): Promise<Locator> {
  let release = () => {};
  const done = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/*.js", async (route) => {
    await done;
    await route.continue();
  });
  await page.goto(`/en/learn/${lesson}/`, { waitUntil: "commit" });
  const demo = page.locator(`#${id}`);
  await act(demo);
  release();
  return demo;
}

/** A lesson's scripts come, and its demos come alive, one after the other. */
const PATIENCE = { timeout: 60_000 };

test.describe("before the page has come alive, nothing is lost of", { tag: "@one-width" }, () => {
  test("a prompt", async ({ page }) => {
    const prompt = page.locator("#sampler").getByLabel("Prompt", { exact: true });
    const demo = await early(page, "temperature", "sampler", () => prompt.fill("Tom saw a bird"));
    await expect(demo).toHaveAttribute("data-prompt", "Tom saw a bird", PATIENCE);
    await expect(prompt).toHaveValue("Tom saw a bird");
  });

  test("a number", async ({ page }) => {
    const demo = await early(page, "lora", "compare", (demo) => demo.getByLabel("step, typed").fill("0"));
    await expect(demo).toHaveAttribute("data-step", "0", PATIENCE);
  });

  test("a choice from a list", async ({ page }) => {
    const demo = await early(page, "parameters", "calculator", async (demo) => {
      await demo.getByLabel("Model", { exact: true }).selectOption({ label: "dolly-v2-3b" });
    });
    await expect(demo).toHaveAttribute("data-total", "2775086080", PATIENCE);
  });

  test("a checkbox", async ({ page }) => {
    const demo = await early(page, "attention", "heads", (demo) => demo.getByLabel("causal mask").uncheck());
    await expect(demo.locator('[data-at="2,5"]')).toHaveAccessibleName(/%$/, PATIENCE);
    await expect(demo.getByLabel("causal mask")).not.toBeChecked();
  });

  test("a radio button", async ({ page }) => {
    const demo = await early(page, "bandwidth", "gpu", (demo) =>
      demo.getByRole("radio", { name: "stride" }).check(),
    );
    await expect(demo.getByLabel(/^WGSL of/)).toHaveValue(/@moves 8 bytes/, PATIENCE);
    await expect(demo.getByRole("radio", { name: "stride" })).toBeChecked();
  });

  test("the place that a link led to while the router came alive", async ({ page }) => {
    await page.addInitScript(() => {
      const write = history.replaceState;
      // As a reader's click between the moment the router reads the address and the moment it writes it.
      history.replaceState = function (...change) {
        history.replaceState = write;
        location.hash = "who-looks-at-whom";
        return write.apply(this, change);
      };
    });
    await page.goto("/en/learn/attention/");
    await page.waitForLoadState("networkidle");
    await expect(page).toHaveURL(/#who-looks-at-whom$/);
    await expect(page.locator("#who-looks-at-whom")).toBeInViewport();
  });
});
