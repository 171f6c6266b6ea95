import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

const ADDRESS = "/en/learn/bandwidth/";
/** A measurement takes seconds, and longer beside other tests. */
const PATIENCE = { timeout: 90_000 };

const demo = (page: Page, id: string) => page.locator(`[data-demo=${id}]`);
const slider = (page: Page, name: string) => page.locator(`#roofline input[type=range][name="${name}"]`);

test("measures this device, and the roofline takes its numbers over", async ({ page }) => {
  await page.goto(ADDRESS);
  const bandwidth = demo(page, "bandwidth");
  const roofline = demo(page, "roofline");
  await expect(roofline.getByRole("row", { name: /our machine/ })).toHaveCount(1);
  await bandwidth.getByRole("button", { name: "Measure this device" }).click();
  await expect(bandwidth).toHaveAttribute("data-figures", "measured", PATIENCE);
  await expect(bandwidth.getByText("measured here")).toBeVisible();
  await expect(bandwidth.getByRole("listitem").filter({ hasText: "this device, triad" })).toContainText(
    /B\/s/,
  );
  await expect(roofline).toHaveAttribute("data-figures", "measured");
  await expect(roofline.getByRole("row", { name: /this device/ })).toHaveCount(1);
  await expectAccessible(page, { part: "#bandwidth" });
});

test("a measurement can be stopped in mid-run and leaves the old numbers", { tag: "@one-width" }, async ({
  page,
}) => {
  await page.goto(ADDRESS);
  const bandwidth = demo(page, "bandwidth");
  const before = await bandwidth.getByRole("listitem").first().textContent();
  await bandwidth.getByRole("button", { name: "Measure this device" }).click();
  await expect(bandwidth).toHaveAttribute("data-state", "running");
  await bandwidth.getByRole("button", { name: "Stop" }).click();
  await expect(bandwidth).toHaveAttribute("data-state", "live");
  await expect(bandwidth).toHaveAttribute("data-figures", "reference");
  await expect(bandwidth.getByText("Stopped; nothing was kept.")).toBeVisible();
  expect(await bandwidth.getByRole("listitem").first().textContent()).toBe(before);
});

test("the roofline follows batch, prompt, model and chips", async ({ page }) => {
  await page.goto(ADDRESS);
  const roofline = demo(page, "roofline");
  const decode = () => roofline.getAttribute("data-decode").then(Number);
  const prefill = () => roofline.getAttribute("data-prefill").then(Number);
  await expect(roofline).toHaveAttribute("data-state", "live");
  await expect.poll(decode).toBeCloseTo(0.446, 3);
  await slider(page, "batch").fill("256");
  await expect.poll(decode).toBeGreaterThan(3);
  await slider(page, "tokens").fill("4096");
  await expect.poll(prefill).toBeGreaterThan(500);
  await roofline.getByRole("radio", { name: "Llama 2 7B" }).check();
  await roofline.getByRole("radio", { name: "f16" }).check();
  await expect.poll(decode).toBeLessThan(7); // 2N over one cache: it levels off
  await roofline.getByRole("checkbox", { name: /TPU v5p/ }).check();
  await expect(roofline.getByRole("row", { name: /TPU v5p/ })).toContainText("2.77 TB/s");
  await slider(page, "batch").fill("1");
  await slider(page, "tokens").fill("1");
  await expect.poll(decode).toBeCloseTo(1, 3);
});

test("predicts tokens a second, then runs the model and compares", { tag: "@one-width" }, async ({
  page,
}) => {
  await page.goto(ADDRESS);
  const tokens = demo(page, "tokens");
  await tokens.getByRole("button", { name: "Write 60 tokens and time them" }).click();
  await expect(tokens).toHaveAttribute("data-figures", "measured", PATIENCE);
  await expect(tokens.getByRole("listitem").filter({ hasText: "written, one by one" })).toContainText(
    /tokens\/s/,
  );
  await expect(tokens.getByText("60 tokens written on")).toBeVisible();
});

test("without WebGPU the kernels can be read, and the page says so", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "gpu", { value: undefined }));
  await page.goto(ADDRESS);
  const gpu = demo(page, "gpu");
  await expect(gpu).toHaveAttribute("data-state", "absent");
  await expect(gpu.getByRole("button", { name: "Run on the GPU" })).toBeDisabled();
  await expect(gpu.getByText("This browser has no WebGPU")).toBeVisible();
  await expect(gpu.getByRole("textbox")).toHaveValue(/@workgroup_size/);
});

test.describe("without JavaScript", { tag: "@one-width" }, () => {
  // Playwright calls a script that the browser does not load a failed request.
  test.use({ javaScriptEnabled: false, expected: /^failed: .*\.js csp$/ });
  test("chips, our machine's numbers and the roofline stand in the page", async ({ page }) => {
    await page.goto(ADDRESS);
    await expect(demo(page, "bandwidth").getByText("NVIDIA H100 SXM")).toBeVisible();
    await expect(demo(page, "roofline").getByRole("row", { name: /our machine/ })).toHaveCount(1);
    await expect(demo(page, "tokens").getByText("written, one by one")).toBeVisible();
  });
});
