import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import type { Assignment } from "@/lib/assignment/assignment";
import { toScorm } from "@/lib/assignment/scorm";
import { linkTo, makeAssignment } from "./classroom";
import { expect, test } from "./fixtures";

/** The SCORM package inside a learning platform of another origin, played by scorm-again. */

const scormAgain = readFileSync("node_modules/scorm-again/dist/scorm12.min.js", "utf8");

test.use({ expected: /another origin: http:\/\/127\.0\.0\.1/ });

/** What the platform's database holds between visits. */
type Kept = Record<string, unknown> | undefined;

/**
 * A learning platform on an origin of its own: it serves the unpacked package, and around it a page with its API.
 * A real server, because browsers do not let a page that seems to come from the open network frame this machine.
 */
async function openPlatform(files: Record<string, string>, kept?: Kept) {
  const types: Record<string, string> = { html: "text/html", js: "text/javascript", xml: "text/xml" };
  const course = `<!doctype html><title>Platform</title><link rel="icon" href="data:,">
    <script src="/scorm-again.js"></script><script>
      window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
      const kept = ${JSON.stringify(kept ?? null)};
      if (kept) API.loadFromJSON(kept.cmi);
      document.write('<iframe src="/index.html" style="width:100%;height:900px"></iframe>');
    </script>`;
  const served: Record<string, string> = { ...files, "scorm-again.js": scormAgain, course };
  const server = createServer((request, response) => {
    const path = (request.url ?? "").slice(1);
    const type = types[path.split(".").at(-1) ?? ""] ?? "text/html";
    response.writeHead(path in served ? 200 : 404, { "Content-Type": `${type};charset=utf-8` });
    response.end(served[path]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, address: `http://${host}/course`, close: () => server.close() };
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

const inside = (page: Page) => page.frameLocator("iframe").frameLocator("#site");

async function packageOf(baseURL: string | undefined, made: Assignment) {
  return toScorm(made, `${baseURL}${await linkTo(made)}`, readFileSync("public/scorm/relay.js", "utf8"));
}

test.skip(({ viewport }) => viewport?.width !== 1280, "the platform's frame is the same on a phone");

test("is driven to completed with a score, and resumed in another browser", { tag: "@one-width" }, async ({
  page,
  browser,
  baseURL,
}) => {
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
  const files = await packageOf(baseURL, made);
  const platform = await openPlatform(files);
  const { host } = platform;

  await page.goto(platform.address);
  const site = inside(page);
  await expect(site.getByRole("heading", { level: 1 })).toHaveText(made.title);
  expect(await read(page, status)).toBe("incomplete");
  await site.getByLabel("Your answer").first().fill("16");
  // Nothing is told before the student agrees.
  await expect(site.getByText(`This assignment stands inside ${host}`, { exact: false })).toBeVisible();
  expect(await read(page, suspended)).toBe("");
  await site.getByRole("button", { name: `Report to ${host}` }).click();
  await expect.poll(() => read(page, score)).toBe("33");
  expect((await read(page, suspended)).length).toBeLessThanOrEqual(4_096);

  // In a lesson, still inside the platform.
  await site.getByRole("link", { name: "Continue" }).click();
  const panel = site.locator("[data-assignment-panel]");
  await panel.getByRole("button", { expanded: false }).click();
  await panel.getByRole("checkbox").check();
  await expect.poll(() => read(page, score)).toBe("67");
  const kept = await page.evaluate(() => {
    const { API } = window as unknown as { API: Api };
    return JSON.parse(JSON.stringify(API.renderCommitCMI(true))) as Record<string, unknown>;
  });

  // Another day, another machine: only the platform remembers.
  const later = await browser.newContext({ baseURL, serviceWorkers: "block" });
  const tomorrow = await openPlatform(files, kept);
  const again = await later.newPage();
  await again.goto(tomorrow.address);
  await expect(inside(again).getByText("2 of 3 done")).toBeVisible();
  await expect(inside(again).getByLabel("Your answer").first()).toHaveValue("16");
  await inside(again).getByLabel("Your answer").nth(1).fill("Because it squares.");
  await expect(inside(again).getByText("3 of 3 done")).toBeVisible();
  await inside(again)
    .getByRole("button", { name: `Hand in to ${tomorrow.host}` })
    .click();
  await expect(
    inside(again).getByText(`Handed in: ${tomorrow.host} has your work`, { exact: false }),
  ).toBeVisible();
  expect(await read(again, status)).toBe("completed");
  expect(await read(again, score)).toBe("100");
  await later.close();
  platform.close();
  tomorrow.close();
});

test("takes no message from anywhere but our site, and none that is malformed", {
  tag: "@one-width",
}, async ({ page, baseURL }) => {
  const made = await makeAssignment(page);
  const platform = await openPlatform(await packageOf(baseURL, made));
  await page.goto(platform.address);
  await expect(inside(page).getByRole("heading", { level: 1 })).toHaveText(made.title);
  // From the platform's own page, as from any other frame.
  await page.evaluate(() => {
    const work = { glassbox: 1, type: "work", suspended: "x", score: 100, status: "completed" };
    document.querySelector("iframe")?.contentWindow?.postMessage(work, "*");
  });
  const say = (change: object) =>
    inside(page)
      .locator("body")
      .evaluate((_, by) => {
        const work = { glassbox: 1, type: "work", suspended: "x", score: 100, status: "completed", ...by };
        window.parent.postMessage(work, "*");
      }, change);
  // From our site, but not what it would say.
  for (const bad of [
    { score: 101 },
    { score: "100" },
    { status: "passed" },
    { suspended: "x".repeat(5_000) },
  ])
    await say(bad);
  await say({ suspended: "kept", score: 7, status: "incomplete" });
  await expect.poll(() => read(page, score)).toBe("7");
  expect(await read(page, status)).toBe("incomplete");
  expect(await read(page, suspended)).toBe("kept");
  platform.close();
});
