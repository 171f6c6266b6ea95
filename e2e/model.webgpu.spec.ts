import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** Runs on the software adapter: the path is the same as on a GPU, the speed is not. */
const lesson = "/en/learn/temperature/";

/** The model is asked for when the instrument comes near the view. */
async function openSampler(page: Page) {
  await page.goto(lesson);
  const demo = page.locator("[data-demo=sampler]");
  await demo.scrollIntoViewIfNeeded();
  return demo;
}

test("the reader may choose WebGPU, and it agrees with WASM", async ({ page }) => {
  const demo = await openSampler(page);
  await expect(demo).toHaveAttribute("data-state", "live");
  const first = demo.locator("[data-token]").first();
  const onWasm = await first.textContent();
  await demo.locator("select[name=device]").selectOption("webgpu");
  await expect(demo.locator("[data-device=webgpu]")).toBeVisible();
  await expect(demo).toHaveAttribute("data-state", "live");
  expect(await demo.textContent()).toMatch(/one forward pass in [\d.]+ ms on WebGPU/);
  expect(await first.textContent()).toBe(onWasm);
});

/** The GPU is gone at the next thing it is asked to do. */
async function loseGpu(page: Page) {
  for (const worker of page.workers())
    await worker.evaluate(() => {
      const prototype = GPUDevice.prototype;
      const create = prototype.createCommandEncoder;
      prototype.createCommandEncoder = function (...args) {
        this.destroy();
        return create.apply(this, args);
      };
    });
}

test("when the GPU goes away, WASM takes over and the page says so", async ({ page }) => {
  const demo = await openSampler(page);
  await expect(demo).toHaveAttribute("data-state", "live");
  await demo.locator("select[name=device]").selectOption("webgpu");
  await expect(demo.locator("[data-device=webgpu]")).toBeVisible();
  await expect(demo).toHaveAttribute("data-state", "live");
  await loseGpu(page);
  await demo.getByRole("textbox").first().fill("The sun was");
  await expect(demo).toContainText("The GPU went away; WASM took over.");
  await expect(demo).toHaveAttribute("data-prompt", "The sun was");
  await expect(demo).toHaveAttribute("data-state", "live");
});

test("ONNX Runtime agrees on WebGPU, and writes the same; when the GPU goes away, jax-js takes over", async ({
  page,
}) => {
  const demo = await openSampler(page);
  await expect(demo).toHaveAttribute("data-state", "live");
  const first = demo.locator("[data-token]").first();
  const write = demo.getByRole("button", { name: "Write 40 tokens" });
  const text = async () => (await demo.locator("[data-text]").textContent()) ?? "";
  const onWasm = await first.textContent();
  await write.click();
  await expect(demo.locator("[data-writing]")).toHaveAttribute("data-writing", /done|ended/);
  const written = await text();

  await demo.locator("select[name=device]").selectOption("onnx-webgpu");
  await expect(demo.locator("[data-engine=onnx][data-device=webgpu]")).toBeVisible();
  await expect(demo).toHaveAttribute("data-state", "live");
  expect(await demo.textContent()).toMatch(/one forward pass in [\d.]+ ms on WebGPU/);
  expect(await first.textContent()).toBe(onWasm);
  await write.click();
  await expect(demo.locator("button[data-index]").nth(4)).toBeVisible(); // a second each on the software adapter
  await demo.getByRole("button", { name: "Stop" }).click();
  const start = await text();
  expect(written.startsWith(start), `${start} … ${written}`).toBe(true);

  await loseGpu(page);
  await demo.getByRole("textbox").first().fill("The sun was");
  await expect(demo).toContainText("The GPU went away; jax-js on WASM took over.");
  await expect(demo).toHaveAttribute("data-prompt", "The sun was");
});

test("when the GPU goes away in the middle of a text, that is said, and the next text is written on WASM", async ({
  page,
}) => {
  const demo = await openSampler(page);
  await expect(demo).toHaveAttribute("data-state", "live");
  await demo.locator("select[name=device]").selectOption("webgpu");
  await expect(demo.locator("[data-device=webgpu]")).toBeVisible();
  await expect(demo).toHaveAttribute("data-state", "live");
  const write = demo.getByRole("button", { name: "Write 40 tokens" });
  const desk = demo.locator("[data-writing]");
  await write.click();
  // Before the first token the whole request would be made again on WASM.
  await desk.locator("ol button").first().waitFor();
  await loseGpu(page);
  await expect(desk).toHaveAttribute("data-writing", "failed");
  await expect(desk).toContainText(/Writing stopped: The (GPU went away|model was restarted)/);
  await expect(demo).toContainText("The GPU went away; WASM took over.");
  await write.click();
  await expect(desk).toHaveAttribute("data-writing", /done|ended/);
});
