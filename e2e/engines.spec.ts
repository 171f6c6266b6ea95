import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

test.use({ expected: /\/onnx\/|Failed to load resource/ });

const runtime = "**/onnx/ort-wasm-simd-threaded.wasm*";

const place = (sampler: Locator) => sampler.getByRole("combobox", { name: /^on/ });

/** The most probable next token, and its probability as the page says it. */
const topOf = (sampler: Locator) => sampler.locator("[role=option]").first().getAttribute("aria-label");

async function openSampler(page: Page): Promise<Locator> {
  await page.goto("/en/learn/temperature/");
  const sampler = page.locator("#sampler");
  await sampler.scrollIntoViewIfNeeded();
  await expect(sampler).toHaveAttribute("data-state", "live");
  return sampler;
}

test("a reader switches to ONNX Runtime, which says the same, on the same weights", {
  tag: "@one-width",
}, async ({ page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  const sampler = await openSampler(page);
  const top = await topOf(sampler);
  expect(fetched.filter((path) => path.includes("/onnx/"))).toEqual([]);

  await test.step("its missing file is named", async () => {
    await page.route(runtime, (route) => route.fulfill({ status: 404, body: "" }));
    await place(sampler).selectOption({ label: "ONNX Runtime, WASM (14 MB more)" });
    await expect(sampler.getByRole("alert")).toContainText(
      "/onnx/ort-wasm-simd-threaded.wasm is missing (the server answered 404)",
    );
  });

  await test.step("and fetched when asked for again", async () => {
    await page.unroute(runtime);
    await sampler.getByRole("button", { name: "Try again" }).click();
    await expect(sampler.locator("[data-engine=onnx][data-device=wasm]")).toBeVisible();
    await expect(sampler).toContainText("You chose ONNX Runtime on WASM.");
    await expect(sampler).toHaveAttribute("data-state", "live");
    await expect.poll(() => topOf(sampler)).toBe(top);
    expect(fetched.filter((path) => path.endsWith(".safetensors"))).toHaveLength(1);
  });

  await test.step("it writes", async () => {
    await sampler.getByRole("button", { name: "Write 40 tokens" }).click();
    await expect(sampler.locator("[data-writing]")).toHaveAttribute("data-writing", /done|ended/);
    expect((await sampler.locator("[data-text]").textContent())?.length).toBeGreaterThan(60);
  });

  await test.step("its script that is missing is named too, and jax-js is a click away", async () => {
    await page.route("**/onnx/ort.wasm.min.mjs", (route) => route.fulfill({ status: 404, body: "" }));
    await place(sampler).selectOption("wasm");
    await expect(sampler.locator("[data-engine=jax]")).toBeVisible();
    await place(sampler).selectOption("onnx-wasm");
    await expect(sampler.getByRole("alert")).toContainText("/onnx/ort.wasm.min.mjs could not be loaded");
    await sampler.getByRole("button", { name: "Choose for me" }).click();
    await expect(sampler.locator("[data-engine=jax]")).toBeVisible();
  });
});
