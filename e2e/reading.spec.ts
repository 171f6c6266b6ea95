import { expect, test } from "./fixtures";
import { findLessons } from "./pages";

/** A lesson is whole without JavaScript and without a network: what was computed is already in the page. */
test.describe("without JavaScript", () => {
  // Playwright calls a script that the browser does not load a failed request.
  test.use({ javaScriptEnabled: false, expected: /^failed: .*\.js csp$/ });

  for (const address of findLessons()) {
    test(`${address} has its prose, mathematics, code and outputs`, async ({ page }) => {
      await page.goto(address);
      const lesson = page.getByRole("main");
      await expect(lesson.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(lesson).toHaveText(/.{2000}/s, { useInnerText: true });

      const formula = lesson.locator(".formula").filter({ visible: true }).first();
      await expect(formula.locator("svg").first()).toBeVisible();
      await expect(formula.getByRole("math").first()).toBeAttached();

      await expect(lesson.locator("pre code").first()).toBeVisible();
      await expect(lesson.locator("[data-output]").first()).toBeVisible();
      await expect(lesson.getByText(/^Loading/)).toHaveCount(0);
    });
  }
});

test.describe("without a network", { tag: "@one-width" }, () => {
  test.use({ serviceWorkers: "allow", expected: /ERR_FAILED|ERR_INTERNET_DISCONNECTED|status of 503/ });

  for (const address of findLessons()) {
    test(`${address} reads after one visit, and its model answers`, async ({ page, context }) => {
      await page.goto(address);
      await page.evaluate(() => navigator.serviceWorker.ready);
      const demo = page.locator("[data-demo]").first();
      if ((await demo.count()) > 0) {
        await demo.scrollIntoViewIfNeeded();
        await expect(demo).toHaveAttribute("data-state", "live", { timeout: 30_000 });
      }
      await page.waitForLoadState("networkidle");
      await expect
        .poll(() => page.evaluate(countKept), { message: "files kept for offline" })
        .toBeGreaterThan(3);

      await context.setOffline(true);
      await page.reload();
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      if ((await demo.count()) > 0) {
        await demo.scrollIntoViewIfNeeded();
        await expect(demo).toHaveAttribute("data-state", "live", { timeout: 30_000 });
      }
    });
  }

  test("a page that was never opened says so and leads back", async ({ page, context }) => {
    const [first] = findLessons();
    await page.goto(first);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    await page.goto("/en/never-opened/");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("not on your device");
  });

  test("online again, the page is the server's, not the kept one", async ({ page }) => {
    const [first] = findLessons();
    await page.goto(first);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await page.evaluate(makeKeptPagesOld);
    await page.reload();
    await expect(page).not.toHaveTitle("old");
  });
});

async function countKept() {
  const caches = await Promise.all((await self.caches.keys()).map((name) => self.caches.open(name)));
  const keys = await Promise.all(caches.map((cache) => cache.keys()));
  return keys.flat().length;
}

async function makeKeptPagesOld() {
  for (const name of await caches.keys()) {
    const old = new Response("<title>old</title>", { headers: { "Content-Type": "text/html" } });
    await (await caches.open(name)).put(location.href, old);
  }
}
