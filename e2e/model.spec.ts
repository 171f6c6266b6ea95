import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const lesson = "/en/learn/temperature/";
const weights = "**/models/story-1m/weights.safetensors*";

/** The model is asked for when the instrument comes near the view. */
async function openSampler(page: Page) {
  await page.goto(lesson);
  const demo = page.locator("[data-demo=sampler]");
  await demo.scrollIntoViewIfNeeded();
  return demo;
}

test.describe("a model file that is not as it should be", { tag: "@one-width" }, () => {
  test.use({
    expected: /weights\.safetensors|manifest\.json|Failed to load resource|ERR_FAILED/,
    serviceWorkers: "block",
  });

  const faults = {
    altered: (body: Buffer) => Buffer.from(body.map((byte, i) => (i === 5_000 ? byte ^ 1 : byte))),
    truncated: (body: Buffer) => body.subarray(0, body.length / 2),
  };
  for (const [fault, spoil] of Object.entries(faults)) {
    test(`${fault}: is named, can be retried, and leaves the page working`, async ({ page }) => {
      await page.route(weights, async (route) => {
        const body = spoil(await (await route.fetch()).body());
        // With a length of its own: the server's would have the browser wait for the other half.
        await route.fulfill({ contentType: "application/octet-stream", body });
      });
      const demo = await openSampler(page);
      await expect(demo.getByRole("alert")).toContainText("weights.safetensors arrived damaged");
      // Sliders still work on the logits that came with the page.
      await demo.locator("input[type=range][name=temperature]").fill("0");
      await expect(demo).toHaveAttribute("data-state", "failed");
      await page.unroute(weights);
      await demo.getByRole("button", { name: "Try again" }).click();
      await expect(demo).toHaveAttribute("data-state", "live");
    });
  }

  test("missing: is named with the server's answer", async ({ page }) => {
    await page.route(weights, (route) => route.fulfill({ status: 404, body: "" }));
    const alert = (await openSampler(page)).getByRole("alert");
    await expect(alert).toContainText("weights.safetensors is missing (the server answered 404)");
  });
});

test("one copy of the model serves the whole page", { tag: "@one-width" }, async ({ page }) => {
  let downloads = 0;
  page.on("request", (request) => {
    if (request.url().includes("weights.safetensors")) downloads++;
  });
  await page.goto(lesson);
  for (const demo of ["sampler", "temperature-curve", "compare"]) {
    await page.locator(`[data-demo=${demo}]`).scrollIntoViewIfNeeded();
    await expect(page.locator(`[data-demo=${demo}]`)).toHaveAttribute("data-state", "live");
  }
  expect(downloads).toBe(1);
});

test("two tabs at once both answer", { tag: "@one-width" }, async ({ context }) => {
  const tabs = await Promise.all([context.newPage(), context.newPage()]);
  await Promise.all(tabs.map((tab) => tab.goto(lesson)));
  for (const tab of tabs) {
    const demo = tab.locator("[data-demo=sampler]");
    await demo.scrollIntoViewIfNeeded();
    await expect(demo).toHaveAttribute("data-state", "live");
  }
});

test("without WebGPU, WASM answers and the page says so", { tag: "@one-width" }, async ({ page }) => {
  const demo = await openSampler(page);
  await expect(demo).toHaveAttribute("data-state", "live");
  await expect(demo).toContainText("WebGPU is not available here.");
  await demo.getByRole("combobox", { name: /on/ }).selectOption("webgpu");
  await expect(demo).toHaveAttribute("data-state", "live");
  await expect(demo).toContainText("You chose WebGPU. WebGPU is not available here.");
});

test.describe("for a reader who saves data", { tag: "@one-width" }, () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } })),
  );

  const asked = {
    "a kind of text": { address: "moe", id: "routes", control: "radio", name: "code" },
    "a preset": { address: "lora", id: "mix", control: "button", name: "pirate + telegram" },
  } as const;
  for (const [what, { address, id, control, name }] of Object.entries(asked))
    test(`no model comes by itself, and ${what} asks for it`, async ({ page }) => {
      const weights: string[] = [];
      page.on("request", (request) => {
        if (request.url().includes("weights.safetensors")) weights.push(request.url());
      });
      await page.goto(`/en/learn/${address}/`);
      const demo = page.locator(`#${id}`);
      await demo.scrollIntoViewIfNeeded();
      await expect(demo.getByRole("button", { name: "Load it" })).toBeVisible();
      await expect(demo).toHaveAttribute("data-state", "prebuilt");
      expect(weights).toEqual([]);
      await demo.getByRole(control, { name }).click();
      await expect(demo).toHaveAttribute("data-state", "live", { timeout: 60_000 });
      expect(weights).toHaveLength(1);
    });
});
