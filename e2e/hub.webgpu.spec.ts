import { expect, test } from "./fixtures";
import { serveHub, toHubModel } from "./hub-model";

test.use({ expected: /another origin: http:\/\/localhost:\d+\/hub\// });

test("a model from elsewhere computes on WebGPU, and says what it says on WASM", async ({ page }) => {
  const hub = await serveHub({ "glassbox/draft": { files: await toHubModel("draft") } });
  await page.goto("/en/models/");
  const section = page.locator("[data-elsewhere]");
  await section.getByLabel("From").selectOption("other");
  await section.getByLabel("Its address").fill(hub.address);
  await section.getByLabel("Repository").fill("glassbox/draft");
  const rowsOn = async (place: "wasm" | "webgpu", name: string) => {
    await section.getByLabel("Compute on").selectOption(place);
    await section.getByRole("button", { name: "Ask for its size" }).click();
    await section.getByRole("button", { name: /and run it here$/ }).click();
    await expect(section).toContainText(`runs here with ONNX Runtime on ${name}`);
    await section.getByRole("button", { name: "What comes next?" }).click();
    await expect(section.getByRole("row")).toHaveCount(11);
    const rows = await section.getByRole("row").allTextContents();
    await section.getByRole("button", { name: "Write on" }).click();
    const text = section.getByRole("region", { name: /^Text/ });
    await expect(text).toContainText(/.{60}/);
    // A GPU that is computed by the processor would take its time for the whole text.
    if (place === "webgpu") await section.getByRole("button", { name: "Stop" }).click();
    await expect(section.getByRole("status")).toContainText("ms each");
    return { rows, text: (await text.textContent()) ?? "" };
  };
  const onWasm = await rowsOn("wasm", "WASM");
  const onGpu = await rowsOn("webgpu", "WebGPU");
  expect(onGpu.rows.slice(1)).toEqual(onWasm.rows.slice(1));
  expect(onWasm.text.startsWith(onGpu.text)).toBe(true);
  hub.close();
});
