import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** The parts that every lesson's prose is made of: predictions, note boxes, margin notes, sources. */
const lesson = "/en/learn/temperature/";

async function openRatio(page: Page): Promise<Locator> {
  await page.goto(lesson);
  const predict = page.locator("[data-predict='07-ratio']");
  await predict.scrollIntoViewIfNeeded();
  // The fields wait for the page's script.
  await expect(predict.getByLabel("Your guess")).toBeEnabled();
  return predict;
}

async function guess(predict: Locator, number: string): Promise<void> {
  await predict.getByLabel("Your guess").fill(number);
  await predict.getByRole("button", { name: "Check my guess" }).click();
}

test.describe("a prediction", () => {
  test("hides the answer until the reader has guessed, then says both", { tag: "@one-width" }, async ({
    page,
  }) => {
    const predict = await openRatio(page);
    await expect(predict.getByText("squares the ratio")).toBeHidden();
    await guess(predict, "8");
    await expect(predict.getByText("You said 8 times; the answer is 16 times.")).toBeVisible();
    await expect(predict.getByText("squares the ratio")).toBeVisible();
    await expect(predict).toHaveAttribute("data-state", "missed");
  });

  test("is remembered after a reload, and can be made again", { tag: "@one-width" }, async ({ page }) => {
    const first = await openRatio(page);
    await guess(first, "8");
    await expect(first).toHaveAttribute("data-state", "missed");
    await page.reload();
    const predict = page.locator("[data-predict='07-ratio']");
    await expect(predict.getByText("You said 8 times")).toBeVisible();
    await predict.getByRole("button", { name: "Guess again" }).click();
    await guess(predict, "16");
    await expect(predict).toHaveAttribute("data-state", "right");
  });

  test("of an order is made with buttons, by keyboard too", async ({ page }) => {
    await page.goto("/en/learn/parameters/");
    const predict = page.locator("[data-predict='06-layer']");
    await expect(predict.getByRole("button", { name: "Check my guess" })).toBeEnabled();
    await predict.getByRole("button", { name: "Move the feed-forward network up" }).focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press("Enter");
    await expect(predict.getByRole("listitem").first()).toContainText("the feed-forward network");
    await expect(predict.getByRole("button", { name: "Move the feed-forward network down" })).toBeFocused();
    await predict.getByRole("button", { name: "Move the LayerNorms down" }).click();
    await predict.getByRole("button", { name: "Check my guess" }).click();
    await expect(predict).toHaveAttribute("data-state", "right");
    await expect(predict.getByText("The LayerNorms are vectors")).toBeVisible();
    await page.reload();
    await expect(predict.getByText("You said the feed-forward network, then")).toBeVisible();
  });

  test("that is due is asked again before the earlier guess is shown", { tag: "@one-width" }, async ({
    page,
  }) => {
    const first = await openRatio(page);
    await guess(first, "8");
    await expect(first).toHaveAttribute("data-state", "missed");
    await page.clock.install({ time: Date.now() + 2 * 86_400_000 });
    await page.reload();
    const predict = page.locator("[data-predict='07-ratio']");
    await expect(predict).toHaveAttribute("data-due", "true");
    await expect(predict.getByText("8 times")).toHaveCount(0);
    await guess(predict, "16");
    await expect(predict.getByText("Last time you said 8 times.")).toBeVisible();
    await page.reload();
    await expect(predict).toHaveAttribute("data-state", "right");
  });

  test("among choices marks the right one", async ({ page }) => {
    await page.goto(lesson);
    const predict = page.locator("[data-predict='07-filters']");
    await predict.getByLabel("top-p 0.9").check();
    await predict.getByRole("button", { name: "Check my guess" }).click();
    await expect(predict.getByText("You said top-p 0.9; the answer is top-k 10.")).toBeVisible();
    await page.reload();
    await expect(predict.getByLabel("top-p 0.9")).toBeChecked();
  });

  test("may be skipped", { tag: "@one-width" }, async ({ page }) => {
    const predict = await openRatio(page);
    await predict.getByText("Show the answer").click();
    await expect(predict.getByText("The answer is 16 times.")).toBeVisible();
    await expect(predict).toHaveAttribute("data-state", "skipped");
    await page.reload();
    await expect(predict).toHaveAttribute("data-state", "open");
  });

  test("works where the browser keeps nothing", { tag: "@one-width" }, async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("blocked", "SecurityError");
        },
      });
    });
    const predict = await openRatio(page);
    await guess(predict, "16");
    await expect(predict).toHaveAttribute("data-state", "right");
  });
});

test("a note box reveals its answer by keyboard", async ({ page }) => {
  await page.goto(lesson);
  const box = page.locator("#note-temperature");
  const answer = box.getByText("The first token became", { exact: false });
  await expect(answer).toBeHidden();
  await box.getByText("Reveal the answer").focus();
  await page.keyboard.press("Enter");
  await expect(answer).toBeVisible();
});

test("a citation leads to its source", { tag: "@one-width" }, async ({ page }) => {
  await page.goto(lesson);
  await page.getByRole("link", { name: "Fan et al. 2018" }).first().click();
  await expect(page.locator("#source-fan2018")).toBeInViewport();
});

test("a margin note stands beside the text where there is room, else under its paragraph", async ({
  page,
}) => {
  await page.goto(lesson);
  const note = page.getByRole("note").first();
  const [noteBox, paragraphBox] = [await note.boundingBox(), await note.locator("..").boundingBox()];
  if (!noteBox || !paragraphBox) throw new Error("The margin note or its paragraph is not drawn.");
  const right = paragraphBox.x + paragraphBox.width;
  if (page.viewportSize()?.width === 1280) expect(noteBox.x).toBeGreaterThan(right);
  else expect(noteBox.x + noteBox.width).toBeLessThanOrEqual(right + 1);
});

test.describe("without JavaScript", { tag: "@one-width" }, () => {
  test.use({ javaScriptEnabled: false });

  test("questions are asked and answers can be opened", async ({ page }) => {
    await page.goto(lesson);
    const predict = page.locator("[data-predict='07-filters']");
    await expect(predict.getByText("Which filter keeps exactly as many tokens")).toBeVisible();
    await expect(predict.getByText("min-p 0.1")).toBeVisible();
    await expect(predict.getByRole("button")).toBeHidden();
    await predict.getByText("Show the answer").click();
    await expect(predict.getByText("The answer is top-k 10.")).toBeVisible();
    await page.locator("#note-seed").getByText("Reveal the answer").click();
    await expect(page.getByText("80 different answers")).toBeVisible();
  });
});
