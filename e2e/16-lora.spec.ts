import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { cellOf, runCell } from "./cells";
import { expect, test } from "./fixtures";

const ADDRESS = "/en/learn/lora/";

/** An instrument of the lesson, answering live. */
async function openLive(page: Page, id: string, address = ADDRESS): Promise<Locator> {
  await page.goto(address);
  const demo = page.locator(`#${id}`);
  await demo.scrollIntoViewIfNeeded();
  await expect(demo).toHaveAttribute("data-state", "live", { timeout: 60_000 });
  return demo;
}

/** Trains with few steps, so that a slow machine is done in seconds. */
async function trainBriefly(demo: Locator, steps = 3): Promise<void> {
  await demo.getByLabel("steps, typed").fill(String(steps));
  await demo.getByRole("button", { name: "Train", exact: true }).click();
  await expect(demo).toHaveAttribute("data-training", "done", { timeout: 120_000 });
  await expect(demo).toHaveAttribute("data-steps", String(steps));
}

test.describe("training in the page", () => {
  test.slow();

  test("draws the loss, fills the table, and shows text before and after", async ({ page }) => {
    const demo = await openLive(page, "train");
    await expect(demo.getByText("Nothing to apply yet")).toBeVisible();
    await trainBriefly(demo);
    await expect(demo.getByText(/^Over 3 steps the loss on the new text went from/)).toBeVisible();
    await expect(demo.locator('[data-run="done"]')).toContainText("LoRA, r = 4, α = 8");
    const effect = demo.locator("[data-effect]");
    await expect(effect).toHaveAttribute("data-effect", "live", { timeout: 60_000 });
    await expect(effect.locator('[data-written="after"]')).toContainText("Once upon a time");
    const gap = Number(await effect.locator("[data-gap]").getAttribute("data-gap"));
    expect(gap).toBeLessThan(1e-3);
  });

  test("slides to strength 0, where the base is back, and to both ends", { tag: "@one-width" }, async ({
    page,
  }) => {
    const demo = await openLive(page, "train");
    await trainBriefly(demo);
    const effect = demo.locator("[data-effect]");
    for (const strength of ["0", "-1", "2"]) {
      await demo.getByLabel("strength, typed").fill(strength);
      await expect(effect.getByText(`with the adapter × ${strength}`)).toBeVisible();
      await expect(effect).toHaveAttribute("data-effect", "live", { timeout: 60_000 });
      if (strength === "0") {
        const before = await effect.locator('[data-written="before"]').textContent();
        await expect(effect.locator('[data-written="after"]')).toHaveText(before ?? "");
      }
    }
  });

  test("stops in mid-run and keeps what was learned, also over a reload", async ({ page }) => {
    const demo = await openLive(page, "train");
    await demo.getByLabel("steps, typed").fill("200");
    await demo.getByRole("button", { name: "Train", exact: true }).click();
    await expect(demo).toHaveAttribute("data-steps", /^[1-9]/, { timeout: 120_000 });
    await demo.getByRole("button", { name: "Stop" }).click();
    await expect(demo).toHaveAttribute("data-training", "stopped", { timeout: 60_000 });
    await expect(demo.locator('[data-run="stopped"]').getByRole("radio")).toBeChecked();
    const again = await openLive(page, "train");
    await expect(again.locator('[data-run="stopped"]')).toBeVisible();
    await expect(again.locator("[data-effect]")).toHaveAttribute("data-effect", "live", { timeout: 60_000 });
    await again.getByRole("button", { name: /^Delete LoRA/ }).click();
    await expect(again.locator("[data-run]")).toHaveCount(0);
  });

  test("that is left for another page is stopped, and its adapter waits", { tag: "@one-width" }, async ({
    page,
  }) => {
    const demo = await openLive(page, "train");
    await demo.getByLabel("steps, typed").fill("64");
    await demo.getByRole("button", { name: "Train", exact: true }).click();
    await expect(demo).toHaveAttribute("data-steps", /^[1-9][0-9]/, { timeout: 120_000 });
    await page.getByRole("link", { name: "Glassbox" }).first().click();
    await expect(page).not.toHaveURL(/lora/);
    await page.goBack();
    const back = page.locator("#train");
    await back.scrollIntoViewIfNeeded();
    await expect(
      back.locator('[data-run="stopped"], [data-run="interrupted"], [data-run="done"]'),
    ).toBeVisible({
      timeout: 60_000,
    });
  });

  test("saves an adapter as a file and loads it again; refuses another file with the reason", {
    tag: "@one-width",
  }, async ({ page }) => {
    const demo = await openLive(page, "train");
    await trainBriefly(demo, 1);
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      demo.getByRole("button", { name: "Save as file" }).click(),
    ]);
    expect(saved.suggestedFilename()).toMatch(/\.safetensors$/);
    const bytes = await readFile(await saved.path());
    const picker = demo.getByLabel("Load a file");
    await picker.setInputFiles({
      name: "mine.safetensors",
      mimeType: "application/octet-stream",
      buffer: bytes,
    });
    await expect(demo.locator('[data-run="loaded"]').getByRole("radio")).toBeChecked();
    const wrong = { name: "wrong.safetensors", mimeType: "application/octet-stream" };
    await picker.setInputFiles({ ...wrong, buffer: Buffer.from("this is no adapter at all") });
    await expect(demo.getByRole("alert")).toContainText("The file was not loaded.");
    await picker.setInputFiles({ ...wrong, buffer: bytes.subarray(0, 900) });
    await expect(demo.getByRole("alert")).toContainText("The file was not loaded.");
  });

  test("of all weights has no adapter, and says so", { tag: "@one-width" }, async ({ page }) => {
    const demo = await openLive(page, "train");
    await demo.getByLabel("all weights").check();
    await trainBriefly(demo, 2);
    await expect(demo.getByText(/There is no small file|there is no small file/)).toBeVisible();
    await expect(demo.locator('[data-run="done"]').getByRole("radio")).toBeDisabled();
  });

  test("takes no text, one of another script, a huge one, and the ends of every slider", {
    tag: "@one-width",
  }, async ({ page }) => {
    const demo = await openLive(page, "train");
    const text = demo.getByLabel("Text to learn");
    await text.fill("");
    await expect(demo.getByText("There is nothing to learn yet")).toBeVisible();
    await expect(demo.getByRole("button", { name: "Train", exact: true })).toBeDisabled();
    await text.fill("the cat sat on the mat. ".repeat(2_000));
    await expect(demo.getByText(/only the first .* are learned/)).toBeVisible();
    await text.fill("猫在睡觉。🙂 Привет, мир.");
    for (const [name, value] of [
      ["rank", "64"],
      ["α", "128"],
    ])
      await demo.getByLabel(`${name === "rank" ? "rank r" : name}, typed`).fill(value);
    await trainBriefly(demo, 1);
    await demo.getByLabel("rank r, typed").fill("1");
    await text.fill("a");
    await trainBriefly(demo, 1);
    await expect(demo.locator("[data-run]")).toHaveCount(2);
  });

  test("opens in the state of its address", { tag: "@one-width" }, async ({ page }) => {
    const demo = await openLive(page, "train", `${ADDRESS}#train?rank=16&method=full`);
    await expect(demo.getByLabel("all weights")).toBeChecked();
  });
});

test.describe("mixing adapters", () => {
  test("is drawn before any model is there", { tag: "@one-width" }, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
    const page = await context.newPage();
    await page.goto(ADDRESS);
    await expect(
      page
        .locator("#mix")
        .getByText(/^pirate × 1\. Loss by text/)
        .first(),
    ).toBeVisible();
    await expect(page.locator("#compare").getByRole("rowheader")).toHaveCount(5);
    await context.close();
  });

  test("writes as base alone when all strengths are 0, and otherwise when they are not", async ({ page }) => {
    const demo = await openLive(page, "mix");
    const after = demo.locator('[data-written="after"]');
    const before = await demo.locator('[data-written="before"]').textContent();
    await expect(after).not.toHaveText(before ?? "");
    await demo.getByRole("button", { name: "All to 0" }).click();
    await expect(demo).toHaveAttribute("data-strengths", "0 0 0", { timeout: 60_000 });
    await expect(after).toHaveText(before ?? "");
    await demo.getByRole("button", { name: "pirate + telegram" }).click();
    await expect(demo).toHaveAttribute("data-strengths", "1 1 0", { timeout: 60_000 });
  });

  test("takes extreme strengths, an empty prompt, another script and a huge one", {
    tag: "@one-width",
  }, async ({ page }) => {
    const demo = await openLive(page, "mix");
    for (const name of ["pirate", "telegram", "sorting"]) await demo.getByLabel(`${name}, typed`).fill("2");
    await expect(demo).toHaveAttribute("data-strengths", "2 2 2", { timeout: 60_000 });
    for (const prompt of ["", "猫在睡觉。🙂", "the cat ".repeat(50)]) {
      await demo.getByLabel("Prompt").fill(prompt);
      await expect(demo).toHaveAttribute("data-state", "live", { timeout: 60_000 });
    }
  });
});

test("the comparison follows its slider to both ends", async ({ page }) => {
  const demo = await openLive(page, "compare");
  await demo.getByLabel("step, typed").fill("0");
  await expect(demo).toHaveAttribute("data-step", "0");
  await demo.getByLabel("step, typed").fill("48");
  await expect(demo).toHaveAttribute("data-step", "48");
});

test("cells count, merge and slide in the page", async ({ page }) => {
  test.slow();
  await page.goto(ADDRESS);
  for (const id of ["count", "merge-all", "slide"]) {
    const found = cellOf(page, id);
    await found.scrollIntoViewIfNeeded();
    expect(await runCell(found), id).toBe("done");
  }
});
