import { defineConfig, devices } from "@playwright/test";
import type { HostileOptions } from "./e2e/hostile/fixtures";
import { findBrowser } from "./scripts/browser.mjs";
import { findFirefox, findWebKit } from "./scripts/engines.mjs";

/** `E2E_PORT` lets two runs go on side by side. */
const PORT = Number(process.env.E2E_PORT ?? 4173);
const CI = Boolean(process.env.CI);

/** Our own Chromium; it may not phone home, so that any request to another origin is the site's fault. */
const launchOptions = {
  executablePath: findBrowser(),
  args: [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};
const webgpu = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];
const WEBGPU_TESTS = /\.webgpu\.spec\.ts$/;
const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } };

/** The hostile suite brings its own browsers; `npm run test:hostile` asks for every engine that is here. */
const all = process.env.HOSTILE_ENGINES === "all";
const HOSTILE_TESTS = /hostile[\\/]\w+\.spec\.ts$/;
const hostile = [
  { engineName: "chromium" as const, found: true },
  { engineName: "firefox" as const, found: all && findFirefox() !== undefined },
  { engineName: "webkit" as const, found: all && findWebKit() !== undefined },
].flatMap(({ engineName, found }) =>
  found
    ? {
        name: `hostile-${engineName}`,
        testMatch: HOSTILE_TESTS,
        // A file has one browser with one page for all its tests.
        fullyParallel: false,
        use: { engineName, origin: `http://localhost:${PORT}` },
      }
    : [],
);

export default defineConfig<object, HostileOptions>({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: CI,
  retries: 0,
  workers: 2,
  // The accessibility checker takes many seconds on a long page and a slow machine.
  timeout: 120_000,
  // A network is compiled on the first visit: a second on a free machine, many on a busy one.
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: ".glassbox/playwright.json" }]],
  use: {
    baseURL: `http://localhost:${PORT}`,
    launchOptions,
    // One test is about the service worker; in all others it would hide what the server really answers.
    serviceWorkers: "block",
    // Recording every test to keep the failed ones takes a quarter of the time: `--trace on` for the one in question.
    trace: "off",
  },
  projects: [
    ...hostile,
    { name: "desktop", testIgnore: [WEBGPU_TESTS, HOSTILE_TESTS], use: desktop },
    {
      name: "phone",
      // What a server answers does not depend on the width of the screen.
      testIgnore: [WEBGPU_TESTS, HOSTILE_TESTS, /headers\.spec\.ts$/],
      grepInvert: /@one-width/,
      use: { ...desktop, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
    {
      name: "webgpu",
      testMatch: WEBGPU_TESTS,
      // The software adapter uses every core: two at once only wait for each other.
      workers: 1,
      use: { ...desktop, launchOptions: { ...launchOptions, args: [...launchOptions.args, ...webgpu] } },
    },
  ],
  webServer: {
    command: "node scripts/serve.mjs",
    env: { PORT: String(PORT) },
    url: `http://localhost:${PORT}/`,
    // A server left over from elsewhere would serve another build.
    reuseExistingServer: false,
  },
});
