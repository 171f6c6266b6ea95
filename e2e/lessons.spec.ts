import { expect, test } from "./fixtures";
import { findLessons } from "./pages";

/** A reader who opens a lesson first and presses Run all sees every cell work. */
for (const address of findLessons())
  test(`every cell of ${address} runs`, { tag: "@one-width" }, async ({ page }) => {
    await page.goto(address);
    const cells = page.locator("[data-cell]");
    const states = () => cells.evaluateAll((all) => all.map((cell) => (cell as HTMLElement).dataset.state));
    expect(await cells.count()).toBeGreaterThanOrEqual(4);
    await page.getByRole("button", { name: "Run all" }).click();
    await expect.poll(states, { timeout: 90_000 }).toEqual(Array(await cells.count()).fill("done"));
  });
