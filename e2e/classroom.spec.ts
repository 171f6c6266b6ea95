import { readFileSync } from "node:fs";
import type { Browser, Locator, Page } from "@playwright/test";
import { digestOf, encodeReceipt, toReceipt } from "@/lib/assignment/receipt";
import { toShortCode } from "@/lib/assignment/short-code";
import { encode } from "@/lib/codec/codec";
import { typeCode } from "./cells";
import { exercise, linkTo, makeAssignment } from "./classroom";
import { expect, expectAccessible, test } from "./fixtures";

/** Assignments by link, from the instructor's desk to the student and back. */

const solution = readFileSync("lessons/07-temperature/exercises/top-p/solution.ts", "utf8");

/** A browser that knows nothing of what the first has done. */
async function anotherBrowser(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL, serviceWorkers: "block" });
  return context.newPage();
}

async function pickLesson(page: Page, slug: string): Promise<Locator> {
  const lesson = page.locator(`[data-lesson="${slug}"]`);
  await lesson.locator("summary").click();
  return lesson;
}

test("an instructor assigns, a student works and hands in, the instructor reviews and checks again", async ({
  page,
  browser,
  baseURL,
}, testInfo) => {
  test.skip(testInfo.project.name !== "desktop", "one profile after the other; once is enough");
  test.setTimeout(240_000);

  // The instructor composes.
  await page.goto("/en/assign/");
  await page.getByLabel("Title").fill("Sampling, by hand");
  const lesson = await pickLesson(page, "temperature");
  await lesson.getByRole("checkbox").nth(1).check();
  await lesson.locator('[name="temperature/demo/sampler"]').check();
  await lesson.locator(`[name="${exercise}"]`).check();
  await page.locator('[data-draft-task="temperature/demo/sampler"] summary').click();
  await page.getByLabel("temperature: value").first().fill("0.3");
  await page.getByLabel("temperature: how").first().selectOption("locked");
  await page.locator('[data-add="number"]').click();
  await page.getByLabel("Question (number)").fill("At T = 0.5, how many times as likely?");
  await page.getByLabel("Right answer", { exact: false }).fill("16");
  await page.getByLabel("may differ by").fill("0,5");
  await page.getByLabel("Instructions").fill("Read **slowly**.\n\n<script>alert(1)</script>");
  await page.getByLabel("Due").fill("2099-01-31T18:00");
  await page.getByLabel("Time zone").fill("Asia/Shanghai");
  const preview = page.locator("[data-composer] [data-assignment]");
  await expect(preview.getByText("At T = 0.5, how many times as likely?")).toBeVisible();
  await expect(preview.getByText("slowly")).toBeVisible();
  await expect(preview.getByText("Saturday, January 31, 2099", { exact: false })).toBeVisible();
  await expectAccessible(page);
  const link = await page.getByLabel("Link", { exact: true }).inputValue();
  // It is still there after a reload.
  await page.reload();
  await expect(page.getByLabel("Title")).toHaveValue("Sampling, by hand");
  await page.getByLabel("Link", { exact: true }).focus();

  // The student opens the link in another browser.
  const student = await anotherBrowser(browser, baseURL);
  await student.goto(link);
  await expect(student.getByRole("heading", { level: 1 })).toHaveText("Sampling, by hand");
  await expect(student.getByText("<script>alert(1)</script>")).toBeVisible();
  await student.getByLabel("Your answer").fill("15.8");
  await expect(student.getByText("Right.")).toBeVisible();
  await expectAccessible(student);
  await student.getByRole("link", { name: "Continue" }).click();

  // In the lesson: the quiet panel, the preset, the tasks.
  const panel = student.locator("[data-assignment-panel]");
  await expect(panel.getByText("1 of 4 done")).toBeVisible();
  const slider = student.locator('[data-demo="sampler"] input[type="range"][name="temperature"]');
  await expect(slider).toHaveValue("0.3");
  await expect(slider).toBeDisabled();
  await panel.getByRole("button", { expanded: false }).click();
  await panel.getByRole("checkbox").check();
  await expect(panel.getByText("2 of 4 done")).toBeVisible();
  await expectAccessible(student);
  await panel.getByRole("button", { expanded: true }).click();
  await student.locator('[data-demo="sampler"] input[type="range"][name="top-p"]').fill("0.5");
  await expect(panel.getByText("3 of 4 done")).toBeVisible();
  const task = student.locator('[data-exercise="top-p"]');
  await typeCode(student, task, solution);
  await task.locator("[data-run]").click();
  await expect(task).toHaveAttribute("data-passed", /.*/, { timeout: 30_000 });
  await expect(panel.getByText("4 of 4 done")).toBeVisible();
  // It survives leaving the page.
  await student.goto("/en/learn/attention/");
  await expect(panel.getByText("4 of 4 done")).toBeVisible();
  await panel.getByRole("button", { expanded: false }).click();
  await panel.getByRole("link", { name: "Overview and hand-in" }).click();
  await student.getByLabel("Your name", { exact: false }).fill("Ada Lovelace");
  await student.getByRole("button", { name: "Make the receipt" }).click();
  const receipt = await student.getByLabel("As a link").inputValue();
  const short = await student.getByLabel("As a short code", { exact: false }).inputValue();
  await student.context().close();

  // Back at the instructor's desk.
  await page.goto("/en/review/");
  await page.getByLabel("Receipts:", { exact: false }).fill(`Ada: ${receipt}\n\nBob: ${short}`);
  await page.getByRole("button", { name: "Read", exact: true }).click();
  const row = page.locator('[data-student="Ada Lovelace"]');
  await expect(row.locator('[data-state="done"]')).toHaveCount(4);
  await expect(row.locator("[data-flag]")).toHaveCount(0);
  await expect(page.locator('[data-student="Bob"] [data-state="done"]')).toHaveCount(4);
  await page.getByRole("button", { name: "Check it again" }).click();
  await expect(page.getByText("confirmed here")).toBeVisible({ timeout: 30_000 });
  await expect(row.getByText("passes here")).toBeVisible();
  await expectAccessible(page);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV" }).click();
  const csv = readFileSync(await (await saved).path(), "utf8");
  expect(csv).toContain("Ada Lovelace");
  expect(csv).toContain("passed");
});

test.describe("a link that cannot be opened", { tag: "@one-width" }, () => {
  const cases = [
    ["cut off by a mail program", (link: string) => link.slice(0, -40), "The link is cut off"],
    ["changed on its way", (link: string) => `${link.slice(0, -6)}AAAAAA`, "The link was changed on its way"],
    [
      "from a newer version",
      (link: string) => link.replace("#v1.", "#v2."),
      "This link is newer than this page",
    ],
    ["with something else in it", () => "/en/a/#section-2", "This link is not an assignment"],
    ["without anything in it", () => "/en/a/", "No assignment in this address"],
  ] as const;

  test("is named, and the course is one step away", async ({ page }) => {
    for (const [name, change, title] of cases)
      await test.step(name, async () => {
        await page.goto("about:blank");
        await page.goto(change(await linkTo(await makeAssignment(page))));
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
        await page.getByRole("link", { name: "go to the course" }).click();
        await expect(page).toHaveURL(/\/en\/$/);
      });
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No assignment in this address");
    await expectAccessible(page);
  });

  test("longer than any assignment is refused at once", async ({ page }) => {
    await page.goto(`/en/a/#v1.${"A".repeat(200_000)}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The link is too large");
  });

  test("can be pasted again, with the line breaks of a mail", async ({ page }) => {
    const link = await linkTo(await makeAssignment(page));
    await page.goto(link.slice(0, -40));
    await page.getByLabel("Paste the link here").fill(`Dear all,\n${link.replace(/(.{70})/g, "$1=\r\n")}`);
    await page.getByRole("button", { name: "Read it" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sampling, by hand");
  });

  test("because it is a receipt is told apart", async ({ page }) => {
    const made = await makeAssignment(page);
    const receipt = toReceipt(made, { started: 1, made: 2, lessons: {}, results: {} });
    await page.goto(`/en/a/#${await encodeReceipt(receipt)}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This is something else");
  });

  test("on a lesson's page leaves the lesson as it is", async ({ page }) => {
    await page.goto("/en/learn/temperature/#assignment=v1.AAAAAAAAAAAA");
    await expect(page.locator('[data-assignment-panel="problem"]')).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.getByRole("button", { name: "Leave the assignment" }).click();
    await expect(page.locator("[data-assignment-panel]")).toHaveCount(0);
  });
});

test.describe("an assignment", () => {
  test("names a lesson and a part that this course does not have; the other tasks work", {
    tag: "@one-width",
  }, async ({ page }) => {
    const made = await makeAssignment(page, {
      tasks: [
        { kind: "read", lesson: "no-such-lesson" },
        { kind: "exercise", lesson: "temperature", id: "no-such-exercise" },
        { kind: "cell", lesson: "temperature", id: "softmax" },
      ],
    });
    await page.goto(await linkTo(made));
    await expect(page.getByText("no lesson “no-such-lesson”", { exact: false })).toBeVisible();
    await expect(page.getByText("no part “no-such-exercise”", { exact: false })).toBeVisible();
    await page.getByRole("link", { name: "Start" }).click();
    await expect(page).toHaveURL(/\/learn\/temperature\//);
  });

  test("says that it is late, and that the clock is wrong", async ({ page }) => {
    const now = Math.floor(Date.now() / 1000);
    const late = await makeAssignment(page, { due: { at: now - 100_000, zone: "Europe/Berlin" } });
    await page.goto(await linkTo(late));
    await expect(page.getByText("The due date has passed", { exact: false })).toBeVisible();
    await page.goto("about:blank");
    await page.goto(await linkTo(await makeAssignment(page, { made: now + 1_000_000 })));
    await expect(page.getByText("Your clock says", { exact: false })).toBeVisible();
  });

  test("shows what has changed in a lesson since the link was made", { tag: "@one-width" }, async ({
    page,
  }) => {
    const made = await makeAssignment(page);
    const [lesson] = made.lessons;
    // As if the passages at the start and at the end had been others.
    const prints = `AAAA${lesson.prints.slice(4, -4)}AAAA`;
    await page.goto(await linkTo({ ...made, lessons: [{ ...lesson, hash: "older", prints }] }));
    await page.getByText("has changed since this link was made", { exact: false }).click();
    await expect(page.locator('[data-change="new"]').first()).toBeVisible();
    await expect(page.locator('[data-change="gone"]').first()).toBeVisible();
    await expectAccessible(page);
  });

  test("runs no script of its instructions", { tag: "@one-width" }, async ({ page }) => {
    const instructions = [
      "# Title",
      "<img src=x onerror=alert(1)>",
      "[link](javascript:alert(1))",
      "[fine](https://example.org/)",
      '<a href="data:text/html,x">x</a>',
    ].join("\n\n");
    await page.goto(await linkTo(await makeAssignment(page, { instructions })));
    const prose = page.locator("[data-assignment]");
    await expect(prose.getByRole("heading", { name: "Title" })).toBeVisible();
    await expect(prose.getByRole("link", { name: "fine" })).toHaveAttribute("rel", "noopener noreferrer");
    expect(await prose.locator("img, script, [onerror], [href^='javascript'], [href^='data']").count()).toBe(
      0,
    );
  });

  for (const [name, storage] of [
    ["off", "throw"],
    ["full", "full"],
  ] as const) {
    test(`works where storage is ${name}: says so, carries on, and hands in`, { tag: "@one-width" }, async ({
      page,
    }) => {
      await page.addInitScript((how) => {
        const refuse = () => {
          throw new DOMException("refused", how === "full" ? "QuotaExceededError" : "SecurityError");
        };
        if (how === "full") Storage.prototype.setItem = refuse;
        else
          for (const kind of ["localStorage", "sessionStorage"])
            Object.defineProperty(window, kind, { get: refuse });
      }, storage);
      await page.goto(await linkTo(await makeAssignment(page)));
      await page.getByLabel("Your answer").fill("16");
      await expect(page.getByText("This browser keeps nothing", { exact: false })).toBeVisible();
      await page.getByRole("button", { name: "Make the receipt" }).click();
      await expect(page.getByLabel("As a link")).toHaveValue(/#v1\./);
      await page.getByRole("link", { name: "Continue" }).click();
      await expect(page.locator("[data-assignment-panel]")).toBeVisible();
    });
  }
});

test.describe("the composer", () => {
  test("takes up an existing link and keeps its identity", { tag: "@one-width" }, async ({ page }) => {
    const made = await makeAssignment(page);
    await page.goto("/en/assign/");
    await page.getByLabel("Paste the link here").fill(await linkTo(made));
    await page.getByRole("button", { name: "Take it up" }).click();
    await expect(page.getByLabel("Title")).toHaveValue(made.title);
    await expect(page.locator("[data-composer]")).toHaveAttribute("data-composer", made.id);
    await page.getByRole("button", { name: "Bring back what was here" }).click();
    await expect(page.getByLabel("Title")).toHaveValue("");
  });

  test("can be used by keyboard alone", { tag: "@one-width" }, async ({ page }, testInfo) => {
    test.skip(testInfo.project.name !== "desktop", "phones have no Tab key");
    await page.goto("/en/assign/");
    await expect(page.getByLabel("Title")).toBeVisible();
    const tabTo = async (target: Locator) => {
      for (let step = 0; step < 150; step++) {
        if (await target.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`${target} cannot be reached with the Tab key.`);
    };
    await tabTo(page.getByLabel("Title"));
    await page.keyboard.type("By keyboard");
    await tabTo(page.locator('[data-lesson="temperature"] summary'));
    await page.keyboard.press("Enter");
    await tabTo(page.locator(`[name="${exercise}"]`));
    await page.keyboard.press("Space");
    await tabTo(page.locator('[data-add="text"]'));
    await page.keyboard.press("Enter");
    await tabTo(page.getByLabel("Question (short text)"));
    await page.keyboard.type("Why?");
    await page.keyboard.press("Shift+Tab");
    await tabTo(page.getByRole("button", { name: "Remove: Why?" }));
    await tabTo(page.getByLabel("Link", { exact: true }));
    await expect(page.getByLabel("Link", { exact: true })).toHaveValue(/#v1\./);
    await tabTo(page.getByRole("button", { name: "Copy" }).first());
  });

  test("draws a QR code, and makes packages that hold the link", async ({ page }) => {
    await page.goto("/en/assign/");
    await page.getByLabel("Paste the link here").fill(await linkTo(await makeAssignment(page)));
    await page.getByRole("button", { name: "Take it up" }).click();
    await page.getByText("QR code", { exact: true }).click();
    await expect(page.getByRole("img", { name: "QR code", exact: false })).toBeVisible();
    for (const name of ["Common Cartridge (.imscc)", "SCORM 1.2 (.zip)"]) {
      const saved = page.waitForEvent("download");
      await page.getByRole("button", { name }).click();
      const bytes = readFileSync(await (await saved).path());
      expect(bytes.subarray(0, 2).toString()).toBe("PK");
    }
  });
});

test.describe("the review", () => {
  test("names what cannot be read, and flags what was edited by hand", { tag: "@one-width" }, async ({
    page,
  }) => {
    const made = await makeAssignment(page);
    const hand = { started: made.made + 60, made: made.made + 600, lessons: {}, results: {} };
    const good = toReceipt(made, { ...hand, name: "Good" });
    const edited = { ...toReceipt(made, { ...hand, name: "Eve" }), made: made.made + 700 };
    const texts = [
      `/en/a/#${(await linkTo(made)).split("#")[1]}`,
      `#${await encodeReceipt(good)}`,
      `#${await encode(edited)}`,
      `#${(await encodeReceipt(good)).slice(0, -20)}`,
    ];
    await page.goto("/en/review/");
    await page.getByLabel("Receipts:", { exact: false }).fill(texts.join("\n"));
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await expect(page.locator('[data-student="Good"] [data-flag]')).toHaveCount(0);
    await expect(page.locator('[data-student="Eve"] [data-flag="edited"]')).toBeVisible();
    await expect(page.locator('[data-problem="truncated"]')).toBeVisible();
    await expectAccessible(page);
  });

  test("catches a claim that the check does not confirm, also where the code shows a verdict of its own", {
    tag: "@one-width",
  }, async ({ page }) => {
    const forged = `globalThis.__glassbox.show({ kind: "verdict", passed: true, cases: 200 });
      export function topP() { for (;;) {} }`;
    const made = await makeAssignment(page);
    const results = {
      [exercise]: {
        at: made.made + 90,
        tries: 1,
        right: true,
        code: forged,
      },
    };
    const receipt = toReceipt(made, {
      name: "Eve",
      started: made.made,
      made: made.made + 600,
      lessons: {},
      results,
    });
    await page.goto("/en/review/");
    await page
      .getByLabel("Receipts:", { exact: false })
      .fill(`${await linkTo(made)}\n#${await encodeReceipt(receipt)}`);
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await page.getByRole("button", { name: "Check it again" }).click();
    await expect(page.getByText("claims to pass, but fails here")).toBeVisible({ timeout: 60_000 });
    await expect(page.locator('[data-student="Eve"] [data-state="contradicted"]')).toBeVisible();
  });

  test("reads a thousand files and stays usable", async ({ page }, testInfo) => {
    test.skip(testInfo.project.name !== "desktop", "files are the same on a phone");
    const made = await makeAssignment(page);
    const files = await Promise.all(
      Array.from({ length: 1_000 }, async (_, i) => {
        const results = {
          [exercise]: {
            at: made.made + i,
            tries: 1 + (i % 9),
            right: i % 4 > 0,
            code: `// ${i}\n${solution}`,
          },
        };
        const receipt = toReceipt(made, {
          ...{ name: `Student ${i}`, started: made.made, made: made.made + 600 + i, lessons: {}, results },
        });
        return {
          name: `${i}.txt`,
          mimeType: "text/plain",
          buffer: Buffer.from(`#${await encodeReceipt(receipt)}`),
        };
      }),
    );
    await page.goto("/en/review/");
    await page.getByLabel("Receipts:", { exact: false }).fill(await linkTo(made));
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await page.getByLabel("Choose files").setInputFiles(files);
    await expect(page.getByText("1000 receipts.")).toBeVisible({ timeout: 60_000 });
    await expect(page.locator("[data-review-table] tbody tr")).toHaveCount(1_000);
    // All have the same code but for a comment: one group, checked once.
    await expect(page.getByRole("button", { name: "Check it again" })).toBeEnabled();
  });

  test("tells a short code that was copied wrongly", { tag: "@one-width" }, async ({ page }) => {
    const made = await makeAssignment(page);
    const code = toShortCode(made, { "question/q1": { at: 1, text: "16", right: true } });
    const wrong = code.slice(0, -1) + (code.endsWith("0") ? "8" : "0");
    expect(digestOf(made)).not.toBe("");
    await page.goto("/en/review/");
    await page
      .getByLabel("Receipts:", { exact: false })
      .fill(`${await linkTo(made)}\nAda ${code}\nBob ${wrong}`);
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await expect(page.locator('[data-student="Ada"] [data-state="done"]')).toHaveCount(1);
    await expect(page.locator('[data-problem="short"]')).toContainText("Bob");
  });
});

test.describe("without JavaScript", { tag: "@one-width" }, () => {
  test.use({ javaScriptEnabled: false });

  for (const path of ["/en/a/", "/en/assign/", "/en/review/"]) {
    test(`${path} says what it needs`, async ({ page }) => {
      await page.goto(path);
      // Playwright's text selectors pass over what stands in a <noscript>.
      const note = page.locator("main noscript p").first();
      await expect(note).toBeVisible();
      expect(await note.textContent()).toContain("takes JavaScript");
    });
  }
});

test("an embedded demo takes its state from the address, and works", async ({ page }) => {
  await page.goto("/en/embed/bandwidth/roofline/#roofline?batch=64&tokens=2000");
  const slider = page.locator('input[type="range"][name="batch"]');
  await expect(slider).toHaveValue("64");
  await slider.fill("8");
  await expect(page.locator("[data-demo] h3 a")).toHaveAttribute("href", "#roofline?batch=8&tokens=2000");
  await expectAccessible(page);
});
