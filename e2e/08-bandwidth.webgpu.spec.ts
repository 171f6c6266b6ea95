import { expect, test } from "./fixtures";

/** Runs on the software adapter: the path is the same as on a GPU, the speed is not. */
const ADDRESS = "/en/learn/bandwidth/";
const PATIENCE = { timeout: 60_000 };

test("runs kernels on the GPU, names errors by line, and recovers", async ({ page }) => {
  await page.goto(ADDRESS);
  const gpu = page.locator("[data-demo=gpu]");
  await expect(gpu).toHaveAttribute("data-state", "live");
  const run = gpu.getByRole("button", { name: "Run on the GPU" });
  const code = gpu.getByRole("textbox");

  await run.click();
  await expect(gpu).toHaveAttribute("data-kernel", "copy", PATIENCE);
  await expect(gpu.getByRole("listitem").first()).toContainText(/B\/s/);

  await gpu.getByRole("radio", { name: "stride" }).check();
  await run.click();
  await expect(gpu).toHaveAttribute("data-kernel", "stride", PATIENCE);
  await expect(gpu.getByRole("listitem")).toHaveCount(7);

  await code.fill((await code.inputValue()).replace("let far", "let far = nothing; let near"));
  await run.click();
  await expect(gpu.getByRole("alert")).toContainText(/Line \d+/, PATIENCE);

  await code.fill("");
  await run.click();
  await expect(gpu.getByRole("alert")).toContainText("@thread-per");

  await gpu.getByRole("button", { name: "Reset the code" }).click();
  await run.click();
  await expect(gpu).toHaveAttribute("data-kernel", "stride", PATIENCE);
  await expect(gpu.getByRole("alert")).toHaveCount(0);
});

test("measured copy and arithmetic give the GPU a roof of its own", async ({ page }) => {
  await page.goto(ADDRESS);
  const gpu = page.locator("[data-demo=gpu]");
  await expect(gpu).toHaveAttribute("data-state", "live");
  for (const kernel of ["copy", "arithmetic"]) {
    await gpu.getByRole("radio", { name: kernel }).check();
    await gpu.getByRole("button", { name: "Run on the GPU" }).click();
    await expect(gpu).toHaveAttribute("data-kernel", kernel, PATIENCE);
  }
  await expect(page.locator("[data-demo=roofline]").getByRole("row", { name: /your GPU/ })).toHaveCount(1);
});
