import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

export { expect };

interface Options {
  /**
   * What a test provokes on purpose, matched against the problem's text:
   * `test.use({ expected: /weights\.safetensors/ })`. One expression: Playwright takes a list for something else.
   */
  expected: RegExp;
}

interface Fixtures {
  /** Everything that went wrong so far; a test that ends with any fails. */
  problems: string[];
}

const HARMLESS = [
  /** Playwright's own words when a test blocks the service worker. */
  /^warning: Service Worker registration blocked by Playwright/,
  /** The last demos of a page come alive late where a test, or the accessibility checker, keeps the machine busy. */
  /^warning: The resource \S+\.js was preloaded using link preload but not used within a few seconds/,
];

/**
 * `test` fails when the page logs a warning or an error, throws, violates its security policy, fails to load
 * something, or asks another origin for anything.
 */
export const test = base.extend<Options & Fixtures>({
  expected: [/(?!)/, { option: true }],
  problems: [
    async ({ context, baseURL, expected, javaScriptEnabled }, use) => {
      const found: string[] = [];
      const origin = new URL(baseURL ?? "").origin;
      // Logged, so that it arrives with the other messages; workers log theirs by themselves.
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
          console.error(`security policy: ${violatedDirective} blocked ${blockedURI}`);
        });
      });
      context.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) found.push(`${message.type()}: ${message.text()}`);
      });
      context.on("weberror", (error) => found.push(`uncaught: ${error.error().stack ?? error.error()}`));
      context.on("request", (request) => {
        const { protocol, origin: from } = new URL(request.url());
        if (protocol.startsWith("http") && from !== origin) found.push(`another origin: ${request.url()}`);
      });
      context.on("requestfailed", (request) => {
        const reason = request.failure()?.errorText ?? "";
        // A reader who leaves a page cancels what it was loading; one without JavaScript loads none.
        const harmless = reason === "net::ERR_ABORTED" || (!javaScriptEnabled && reason === "csp");
        if (!harmless) found.push(`failed: ${request.url()} ${reason}`);
      });
      await use(found);
      const allowed = [expected, ...HARMLESS];
      expect(found.filter((problem) => !allowed.some((pattern) => pattern.test(problem)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** The standards a page is held to: WCAG 2.2 A and AA, and what the tool's authors call best practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Extent {
  /** A selector, for a check that need not read the whole page. */
  part?: string;
  /** Contrast takes half of the checker's time. It depends on the theme and not on the width; all else the other way. */
  contrast?: "also" | "only" | "not";
}

/** Fails with one line for each broken rule: what it asks, how many elements break it, the first of them. */
export async function expectAccessible(page: Page, { part, contrast = "also" }: Extent = {}): Promise<void> {
  // Halfway from one theme to the other, a button has one's text on the other's ground.
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(
        ({ effect, playState }) =>
          playState === "running" && Number.isFinite(effect?.getComputedTiming().endTime),
      );
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
  const builder = new AxeBuilder({ page });
  if (contrast === "only") builder.withRules(["color-contrast"]);
  else builder.withTags(RULES);
  if (contrast === "not") builder.disableRules(["color-contrast"]);
  if (part) builder.include(part);
  const { violations } = await builder.analyze();
  const lines = violations.map(({ id, help, nodes: [first, ...others] }) => {
    const more = others.length > 0 ? ` and ${others.length} more` : "";
    return `${id}: ${help}, at ${first.target.join(" ")}${more}. ${first.failureSummary}`;
  });
  expect(lines).toEqual([]);
}
