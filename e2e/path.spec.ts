import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

/** The reader's way through the course: the map, a lesson's surroundings, search, glossary, progress. */
const lesson = "/en/learn/temperature/";

/** Records of progress as they would be after some reading; times in milliseconds. */
const longAgo = Date.UTC(2025, 0, 1);
const some = [
  { kind: "section", lesson: "temperature", id: "who-picks-the-next-word", at: longAgo },
  { kind: "exercise", lesson: "temperature", id: "top-p", at: longAgo },
  { kind: "place", lesson: "temperature", id: "now-write-it", at: longAgo },
  { kind: "prediction", id: "07-ratio", answers: [{ at: longAgo, right: false, said: "8 times" }] },
];

function file(records: unknown[], version = 1) {
  const content = { format: "glassbox-progress", version, records };
  return {
    name: "progress.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(content)),
  };
}

async function importProgress(page: Page, records: unknown[] = some) {
  await page.goto("/en/progress/");
  await expect(page.getByRole("button", { name: "Import a file" })).toBeEnabled();
  await page.locator("input[type=file]").setInputFiles(file(records));
  await expect(page.getByText(/read and added/)).toBeVisible();
}

test.describe("the map", () => {
  test("shows written lessons as links with pictures, planned ones as plans", { tag: "@one-width" }, async ({
    page,
  }) => {
    await page.goto("/en/");
    const written = page.getByRole("link", { name: /Attention/ }).first();
    await expect(written).toHaveAttribute("href", /\/learn\/attention\/$/);
    await expect(written.locator("svg")).toBeVisible();
    await expect(written).toContainText("50 minutes");
    const planned = page.getByRole("listitem").filter({ hasText: "From noise to picture" });
    await expect(planned).toContainText("planned");
    await expect(planned.getByRole("link")).toHaveCount(0);
    expect(await page.getByRole("main").getByRole("listitem").count()).toBeGreaterThanOrEqual(30);
  });

  test("draws a line from a lesson to those that build on it, where there is room", async ({ page }) => {
    await page.goto("/en/");
    const threads = page.getByRole("listitem").filter({ hasText: "The KV cache" }).locator("svg path");
    if (page.viewportSize()!.width < 1024) await expect(threads.first()).toBeHidden();
    else expect(await threads.count()).toBeGreaterThan(0);
  });

  test("lets no plate overflow", async ({ page }) => {
    await page.goto("/en/");
    const spilled = await page
      .locator("main li > a, main li > div")
      .evaluateAll((plates) =>
        plates
          .filter((plate) => plate.scrollHeight > plate.clientHeight + 1)
          .map((plate) => plate.textContent),
      );
    expect(spilled).toEqual([]);
  });

  test("leads to where to begin, later to where the reader left off", { tag: "@one-width" }, async ({
    page,
  }) => {
    await page.goto("/en/");
    await expect(page.locator("[data-continue]")).toContainText("Begin here");
    await importProgress(page);
    await page.goto("/en/");
    const onward = page.getByRole("link", { name: /Continue where you left off/ });
    await expect(onward).toContainText("Now write it");
    await expect(page.getByRole("link", { name: /Temperature/ }).last()).toContainText("1/10 read");
    await onward.click();
    await expect(page.locator("#now-write-it")).toBeInViewport();
  });
});

test.describe("a lesson", () => {
  test("says where the reader is, and links every section", async ({ page }) => {
    await page.goto(`${lesson}#now-write-it`);
    const contents = page.getByRole("navigation", { name: "On this page", includeHidden: true });
    // Folded on a phone, they are there all the same.
    const here = contents.getByRole("link", { name: "Now write it", includeHidden: true });
    await expect(here).toHaveAttribute("aria-current", "location");
    if (page.viewportSize()!.width < 1024) {
      await expect(here).toBeHidden();
      await page.locator("summary", { hasText: "On this page" }).click();
    }
    const next = contents.getByRole("link", { name: "Why does it keep saying that?", includeHidden: true });
    await expect(next).toBeVisible();
    await next.click();
    await expect(next).toHaveAttribute("aria-current", "location");
    await expect(here).not.toHaveAttribute("aria-current");
  });

  test("names what it builds on, and leads on", { tag: "@one-width" }, async ({ page }) => {
    await page.goto("/en/learn/bandwidth/");
    await expect(page.getByText(/^Builds on/)).toContainText("Counting parameters");
    const ways = page.getByRole("navigation", { name: "Other lessons" });
    await expect(ways.getByRole("link", { name: "The whole course" })).toBeVisible();
    await ways.getByRole("link", { name: /Before this/ }).click();
    await expect(page).toHaveURL(/learn\/temperature\/$/);
    await page.getByRole("link", { name: /^Next/ }).click();
    await expect(page).toHaveURL(/learn\/bandwidth\/$/);
  });

  test("gives headings, demos, cells, exercises and questions an address", { tag: "@one-width" }, async ({
    page,
  }) => {
    await page.goto(lesson);
    const ids = ["now-write-it", "sampler", "cell-softmax", "exercise-top-p", "07-ratio", "note-temperature"];
    for (const id of ids) await expect(page.locator(`[id="${id}"] a[href="#${id}"]`).first()).toBeAttached();
    await page.goto(`${lesson}#exercise-top-p`);
    await expect(page.locator("[data-exercise=top-p]")).toBeInViewport();
  });

  test("opens the meaning of a term by mouse, key and finger", async ({ page, isMobile }) => {
    await page.goto("/en/learn/bandwidth/");
    const term = page.locator("button[data-term]").first();
    await term.scrollIntoViewIfNeeded();
    const meaning = page.locator(`#meaning-${await term.getAttribute("data-term")}`);
    await expect(meaning).toBeHidden();
    if (isMobile) await term.tap();
    else {
      await term.hover();
      await expect(meaning).toBeVisible();
      await page.mouse.move(0, 0);
      await expect(meaning).toBeHidden();
      await term.focus();
    }
    await expect(meaning).toBeVisible();
    await expectAccessible(page, { part: ":popover-open" });
    await page.keyboard.press("Escape");
    await expect(meaning).toBeHidden();
  });
});

test("the glossary defines terms and leads to the lessons that do", { tag: "@one-width" }, async ({
  page,
}) => {
  await page.goto("/en/glossary/#kv-cache");
  await expect(page.getByRole("heading", { name: "KV cache" })).toBeInViewport();
  const entry = page.getByRole("region", { name: "softmax" });
  await expect(entry.getByRole("link", { name: /^0/ })).toHaveCount(2);
  await entry.getByRole("link", { name: "07 Temperature, top-k, top-p" }).click();
  await expect(page.locator("#term-softmax")).toBeInViewport();
});

test.describe("search", () => {
  test("opens with a key, finds passages and leads to their headings", async ({ page }) => {
    await page.goto(lesson);
    const button = page.getByRole("button", { name: "Search" });
    await expect(button).toBeVisible();
    const dialog = page.getByRole("dialog", { name: "Search the course" });
    // The key works once the page has come alive, and nothing on it says when.
    await expect(async () => {
      await page.keyboard.press("/");
      await expect(dialog).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await dialog.getByRole("searchbox").fill("roofline");
    await expect(dialog.getByRole("status")).toContainText(/page/);
    await expect(dialog.locator("mark").first()).toBeVisible();
    await expectAccessible(page, { part: "dialog[open]" });
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(dialog.getByRole("link").nth(1)).toBeFocused();
    const passage = dialog.getByRole("link", { name: /One picture for every program/ });
    await passage.click();
    await expect(page).toHaveURL(/bandwidth\/#one-picture-for-every-program$/);
    await expect(page.locator("#one-picture-for-every-program")).toBeInViewport();
  });

  test("says when nothing is found, and closes with Escape", { tag: "@one-width" }, async ({ page }) => {
    await page.goto("/en/");
    await page.getByRole("button", { name: "Search" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("searchbox").fill("zzyzx");
    await expect(dialog.getByRole("status")).toContainText("zzyzx");
    // A search field takes the first Escape to empty itself.
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("button", { name: "Search" })).toBeFocused();
  });

  test("leaves the slash to those who type", { tag: "@one-width" }, async ({ page }) => {
    await page.goto(lesson);
    const field = page.locator("textarea").first();
    const before = await field.inputValue();
    await field.press("End");
    await field.press("/");
    await expect(field).toHaveValue(`${before}/`);
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  test.describe("without a network", { tag: "@one-width" }, () => {
    test.use({ serviceWorkers: "allow", expected: /ERR_INTERNET_DISCONNECTED|ERR_FAILED/ });

    test("works after it has been used once", async ({ page, context }) => {
      await page.goto("/en/glossary/");
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.reload();
      const find = async () => {
        await page.getByRole("button", { name: "Search" }).click();
        await page.getByRole("searchbox").fill("entropy");
        await expect(page.getByRole("dialog").locator("mark").first()).toBeVisible();
      };
      await find();
      await page.waitForLoadState("networkidle");
      await context.setOffline(true);
      await page.reload();
      await find();
    });
  });
});

test.describe("progress", () => {
  test("remembers a section that was read, not one that was passed", { tag: "@one-width" }, async ({
    page,
  }) => {
    await page.goto("/en/learn/attention/");
    await page
      .locator("#what-a-tiny-model-shows-and-what-it-does-not")
      .evaluate((heading) => heading.scrollIntoView());
    const contents = page.getByRole("navigation", { name: "On this page" });
    const read = contents.locator("li[data-read]");
    await expect(read).toHaveCount(1, { timeout: 45_000 });
    await expect(read).toContainText("What a tiny model shows");
    // The list of sources has a heading, but nothing to read.
    const sections = (await contents.locator("li").count()) - 1;
    await page.goto("/en/progress/");
    const item = page.locator("[data-lesson=attention]");
    await expect(item).toContainText(`1 of ${sections} sections read`);
    await expect(item).toHaveAttribute("data-state", "begun");
  });

  test("adds what is imported to what is there, names what is wrong with a file, and exports all", {
    tag: "@one-width",
  }, async ({ page }) => {
    await page.goto(lesson);
    // The list of sources has a heading, but nothing to read.
    const sections = (await page.getByRole("navigation", { name: "On this page" }).locator("li").count()) - 1;
    const exercises = await page.locator("[data-exercise]").count();
    const guesses = await page.locator("[data-predict]").count();
    await importProgress(page);
    await importProgress(page, [
      { kind: "section", lesson: "temperature", id: "now-write-it", at: longAgo },
      { kind: "section", lesson: "temperature", id: "who-picks-the-next-word", at: longAgo },
    ]);
    const item = page.locator("[data-lesson=temperature]");
    await expect(item).toContainText(
      `2 of ${sections} sections read · 1 of ${exercises} exercises passed · 1 of ${guesses} guesses made`,
    );

    await page.locator("input[type=file]").setInputFiles(file([{ kind: "badge" }]));
    await expect(page.getByText(/Nothing was imported.*record 1, kind/)).toBeVisible();
    await page.locator("input[type=file]").setInputFiles(file([], 9));
    await expect(page.getByText(/Nothing was imported.*version 9/)).toBeVisible();

    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export a file" }).click();
    const saved = JSON.parse(readFileSync(await (await download).path(), "utf8"));
    expect(saved).toMatchObject({ format: "glassbox-progress", version: 1 });
    expect(saved.records).toHaveLength(5);
    await expectAccessible(page);
  });

  test("lists questions that are due, each leading to where it is asked", { tag: "@one-width" }, async ({
    page,
  }) => {
    await importProgress(page);
    const due = page.getByRole("region", { name: "Worth another guess" });
    await expect(due).toHaveAttribute("data-due", "1");
    await due.getByRole("link").click();
    await expect(page).toHaveURL(/temperature\/#07-ratio$/);
    await expect(page.locator("[data-predict='07-ratio']")).toBeInViewport();
  });

  test("is cleared only after a second word, and comes back with undo", { tag: "@one-width" }, async ({
    page,
  }) => {
    await importProgress(page);
    const item = page.locator("[data-lesson=temperature]");
    await page.getByRole("button", { name: "Clear all progress" }).click();
    await page.getByRole("button", { name: "Keep it" }).click();
    await expect(item).toContainText("1 of 10 sections");
    await page.getByRole("button", { name: "Clear all progress" }).click();
    await page.getByRole("button", { name: "Clear it" }).click();
    await expect(item).toContainText("0 of 10 sections");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(item).toContainText("1 of 10 sections");
  });

  test("shows in one tab what was done in another", { tag: "@one-width" }, async ({ page, context }) => {
    await page.goto("/en/progress/");
    await expect(page.getByRole("button", { name: "Import a file" })).toBeEnabled();
    const other = await context.newPage();
    await importProgress(other);
    await expect(page.locator("[data-lesson=temperature]")).toContainText("1 of 10 sections");
  });
});

test.describe("where storage is off", { tag: "@one-width" }, () => {
  test("the lesson works and says once that progress is not kept", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "indexedDB", {
        get() {
          throw new DOMException("blocked", "SecurityError");
        },
      });
    });
    await page.goto(lesson);
    const notice = page.getByText("Your progress is not kept");
    await expect(notice).toBeVisible();
    await page.getByRole("button", { name: "All right" }).click();
    await expect(notice).toBeHidden();
    await page.goto("/en/learn/attention/");
    await page.waitForLoadState("networkidle");
    await expect(notice).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, expected: /^failed: .*\.js csp$/ });

  test("the map, the contents and the glossary are whole", async ({ page }) => {
    await page.goto("/en/");
    await expect(page.getByRole("link", { name: /Attention/ }).first()).toBeVisible();
    await expect(page.getByText("Begin here")).toBeVisible();
    await page.goto(lesson);
    if (page.viewportSize()!.width < 1024) await page.locator("summary", { hasText: "On this page" }).click();
    await expect(
      page.getByRole("navigation", { name: "On this page" }).getByRole("link").first(),
    ).toBeVisible();
    const term = page.locator("button[data-term]").first();
    await term.click();
    await expect(page.locator(":popover-open")).toBeVisible();
    await page.goto("/en/progress/");
    // Playwright's text selectors pass over what stands in a <noscript>.
    const note = page.locator("noscript p").first();
    await expect(note).toBeVisible();
    expect(await note.textContent()).toContain("Keeping track takes JavaScript");
  });
});
