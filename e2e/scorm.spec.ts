import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "@playwright/test";
import { toScorm } from "@/lib/assignment/scorm";
import { linkTo, makeAssignment } from "./classroom";
import { expect, test } from "./fixtures";

/** The SCORM package inside a learning platform of another origin, played by scorm-again. */

const lms = "http://lms.test";
const scormAgain = readFileSync("node_modules/scorm-again/dist/scorm12.min.js", "utf8");

// The platform is another origin, and has no TLS here: browsers keep some things from the pages in it.
test.use({ expected: /lms\.test/ });

/** What the platform's database holds between visits. */
type Kept = Record<string, unknown> | undefined;

/** Serves the unpacked package, and around it the platform's page with its API. */
async function playPlatform(
  context: BrowserContext,
  files: Record<string, string>,
  kept: () => Kept,
): Promise<void> {
  const types: Record<string, string> = { html: "text/html", js: "text/javascript", xml: "text/xml" };
  await context.route(`${lms}/**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(1);
    if (path === "scorm-again.js") return route.fulfill({ contentType: "text/javascript", body: scormAgain });
    if (path in files)
      return route.fulfill({ contentType: types[path.split(".").at(-1) ?? ""], body: files[path] });
    if (path !== "course") return route.fulfill({ status: 204 });
    return route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><title>Platform</title><script src="/scorm-again.js"></script><script>
        window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
        const kept = ${JSON.stringify(kept() ?? null)};
        if (kept) API.loadFromJSON(kept, "");
        document.write('<iframe src="/index.html" style="width:100%;height:900px"></iframe>');
      </script>`,
    });
  });
}

interface Api {
  LMSGetValue(element: string): string;
  renderCommitCMI(end: boolean): Record<string, unknown>;
}

/** What the platform has of an element of the data model. */
const read = (page: Page, element: string) =>
  page.evaluate((name) => (window as unknown as { API: Api }).API.LMSGetValue(name), element);

const status = "cmi.core.lesson_status";
const score = "cmi.core.score.raw";
const suspended = "cmi.suspend_data";

test("is driven to completed with a score, and resumed with all that was done", async ({
  page,
  context,
  baseURL,
}, testInfo) => {
  test.skip(testInfo.project.name !== "desktop", "the platform's frame is the same on a phone");
  const made = await makeAssignment(page, {
    tasks: [
      { kind: "read", lesson: "temperature" },
      {
        kind: "question",
        id: "q1",
        question: { kind: "number", ask: "How many?", answer: 16, tolerance: 0.5 },
      },
      { kind: "question", id: "q2", question: { kind: "text", ask: "Why?" } },
    ],
  });
  let kept: Kept;
  const files = toScorm(
    made,
    `${baseURL}${await linkTo(made)}`,
    readFileSync("public/scorm/relay.js", "utf8"),
  );
  await playPlatform(context, files, () => kept);

  await page.goto(`${lms}/course`);
  const site = page.frameLocator("iframe").frameLocator("#site");
  await expect(site.getByRole("heading", { level: 1 })).toHaveText(made.title);
  expect(await read(page, status)).toBe("incomplete");
  await site.getByLabel("Your answer").first().fill("16");
  // Nothing is told before the student agrees.
  await expect(site.getByText("This assignment stands inside lms.test", { exact: false })).toBeVisible();
  expect(await read(page, suspended)).toBe("");
  await site.getByRole("button", { name: "Report to lms.test" }).click();
  await expect.poll(() => read(page, score)).toBe("33");
  expect((await read(page, suspended)).length).toBeLessThanOrEqual(4_096);

  // In a lesson, still inside the platform.
  await site.getByRole("link", { name: "Continue" }).click();
  const panel = site.locator("[data-assignment-panel]");
  await panel.getByRole("button", { expanded: false }).click();
  await panel.getByRole("checkbox").check();
  await expect.poll(() => read(page, score)).toBe("67");

  // The student leaves, the platform keeps; another day, another browser's storage.
  kept = await page.evaluate(() => {
    const { API } = window as unknown as { API: Api };
    return JSON.parse(JSON.stringify(API.renderCommitCMI(true)));
  });
  await context.clearCookies();
  await page.goto(`${lms}/course?again`);
  await page.evaluate(() => localStorage.clear());
  await expect(site.getByText("2 of 3 done")).toBeVisible();
  await expect(site.getByLabel("Your answer").first()).toHaveValue("16");
  await site.getByLabel("Your answer").nth(1).fill("Because it squares.");
  await expect(site.getByText("3 of 3 done")).toBeVisible();
  await site.getByRole("button", { name: "Hand in to lms.test" }).click();
  await expect(site.getByText("Handed in: lms.test has your work", { exact: false })).toBeVisible();
  expect(await read(page, status)).toBe("completed");
  await expect.poll(() => read(page, score)).toBe("100");
});

test("takes no message from anywhere but our site, and none that is malformed", async ({
  page,
  context,
  baseURL,
}, testInfo) => {
  test.skip(testInfo.project.name !== "desktop", "messages are the same on a phone");
  const made = await makeAssignment(page);
  const files = toScorm(
    made,
    `${baseURL}${await linkTo(made)}`,
    readFileSync("public/scorm/relay.js", "utf8"),
  );
  await playPlatform(context, files, () => undefined);
  await page.goto(`${lms}/course`);
  const site = page.frameLocator("iframe").frameLocator("#site");
  await expect(site.getByRole("heading", { level: 1 })).toHaveText(made.title);
  // From the platform's own page, as from any other frame.
  await page.evaluate(() => {
    const work = { glassbox: 1, type: "work", suspended: "x", score: 100, status: "completed" };
    document.querySelector("iframe")?.contentWindow?.postMessage(work, "*");
  });
  // From our site, but not what it would say.
  for (const bad of [
    { score: 101 },
    { score: "100" },
    { status: "passed" },
    { suspended: "x".repeat(5_000) },
  ])
    await site.locator("body").evaluate((_, change) => {
      const work = { glassbox: 1, type: "work", suspended: "x", score: 100, status: "completed", ...change };
      window.parent.postMessage(work, "*");
    }, bad);
  await page.waitForTimeout(300);
  expect(await read(page, status)).toBe("incomplete");
  expect(await read(page, suspended)).toBe("");
});
