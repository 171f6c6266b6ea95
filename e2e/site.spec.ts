import { expect, expectAccessible, test } from "./fixtures";
import { findDistinctAddresses } from "./pages";

/** What is true of every page of the site, whatever it is about. */
for (const address of findDistinctAddresses())
  test(`page ${address}`, async ({ page, isMobile }) => {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.goto(address);
    await page.waitForLoadState("networkidle");

    await test.step("offers the keyboard a way past the navigation first", async () => {
      await page.keyboard.press("Tab");
      const first = page.locator(":focus");
      await expect(first).toHaveAttribute("href", /^#/);
      await expect(first).toBeInViewport();
      await first.press("Enter");
      // The browser tells of the new address a moment after the key.
      await expect(page).toHaveURL(/#./);
      const target = new URL(page.url()).hash;
      await expect(page.locator(target)).toBeInViewport();
    });

    await test.step("says what it is and in which language, and fits the screen", async () => {
      await expect(page.locator("h1")).toHaveCount(1);
      await expect(page).toHaveTitle(/Glassbox/);
      const locale = /^\/([a-z]{2})\//.exec(new URL(page.url()).pathname)?.[1] ?? "en";
      await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${locale}`));
      const { content, screen } = await page.evaluate(() => ({
        content: document.documentElement.scrollWidth,
        screen: document.documentElement.clientWidth,
      }));
      expect(content).toBeLessThanOrEqual(screen);
    });

    await test.step("is accessible, by day and by night", async () => {
      await expectAccessible(page, { contrast: isMobile ? "not" : "also" });
      if (isMobile) return; // Colors are the same at every width.
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      await expectAccessible(page, { contrast: "only" });
    });
  });

test.describe("an address that does not exist", () => {
  test.use({ expected: /404/ });

  test("answers 404 with a page that leads back", async ({ page }) => {
    const response = await page.goto("/en/learn/no-such-lesson/");
    expect(response?.status()).toBe(404);
    await expect(page.locator("h1")).toHaveCount(1);
    await expect(page.getByRole("link").first()).toBeVisible();
    await expectAccessible(page);
  });
});
