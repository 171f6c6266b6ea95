import { readdirSync } from "node:fs";
import { createServer, request as forward, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

const weights = "**/models/story-1m/weights.safetensors*";
const names = readdirSync("public/models", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

interface Seen {
  range?: string;
  status?: number;
}

/** A server in front of the site's that breaks the first transfer of weights off, three fifths of the way. */
class Breaking {
  readonly seen: Seen[] = [];
  private server?: Server;

  constructor(
    private readonly site: string,
    private readonly compressed: boolean,
  ) {}

  async open(): Promise<string> {
    this.server = createServer((request, response) => {
      const isWeights = request.url?.includes("weights.safetensors");
      const headers: IncomingHttpHeaders = { ...request.headers };
      if (isWeights && !this.compressed) delete headers["accept-encoding"];
      const seen: Seen = { range: request.headers.range };
      const breaks = isWeights && this.seen.length === 0;
      if (isWeights) this.seen.push(seen);
      forward(new URL(request.url ?? "/", this.site), { headers, method: request.method }, (answer) => {
        seen.status = answer.statusCode;
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        if (!breaks) return answer.pipe(response);
        let room = Number(answer.headers["content-length"]) * 0.6;
        answer.on("data", (bytes: Buffer) => {
          if (room <= 0) return;
          const part = bytes.subarray(0, room);
          room -= bytes.length;
          // Destroyed only once the browser has had time to read what came.
          response.write(part, () => room <= 0 && setTimeout(() => response.destroy(), 300));
        });
      }).end();
    });
    await new Promise<void>((resolve) => this.server!.listen(0, resolve));
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  close() {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}

const modelOf = (page: Page, name = "story-1m"): Locator => page.locator(`[data-model="${name}"]`);
const stateOf = (page: Page, name?: string) => modelOf(page, name).locator("[data-kept]");
const fetchButton = (page: Page) =>
  modelOf(page).getByRole("button", { name: /^Fetch (for offline use|what is missing): / });

async function openModels(page: Page) {
  await page.goto("/en/models/");
  await expect(stateOf(page)).not.toHaveAttribute("data-kept", "unknown");
}

async function fetchStory(page: Page) {
  await openModels(page);
  await fetchButton(page).click();
  await expect(stateOf(page)).toHaveAttribute("data-kept", "all");
}

/** Files of models in Cache storage. */
const listKept = (page: Page) =>
  page.evaluate(async () =>
    (await (await caches.open("glassbox-models")).keys()).map(({ url }) => new URL(url).pathname),
  );

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every model is there, with what it is, its facts, its lessons and its card", async ({
    page,
    request,
  }) => {
    await page.goto("/en/models/");
    await expect(page.locator("[data-model]")).toHaveCount(names.length);
    for (const name of names) {
      const model = modelOf(page, name);
      await expect(model).toContainText(/Parameters\s*[\d,]+/);
      await expect(model).toContainText(/Size\s*[\d.]+ MB/);
      const card = await model.getByRole("link", { name: /^data, recipe/ }).getAttribute("href");
      expect((await request.get(card!)).status()).toBe(200);
    }
    await expect(modelOf(page)).toContainText("0.552 nats a token");
    await modelOf(page).getByRole("link", { name: /^07 / }).click();
    await expect(page).toHaveURL(/\/en\/learn\/temperature\/$/);
  });
});

test("a model is fetched, named with its bytes, survives a reload, and goes at a click", async ({ page }) => {
  await fetchStory(page);
  await expectAccessible(page);
  await expect(modelOf(page)).toContainText("Kept in this browser: 1.19 MB");
  expect((await listKept(page)).sort()).toEqual([
    "/models/story-1m/tokenizer.json",
    "/models/story-1m/weights.safetensors",
  ]);
  await page.reload();
  await expect(stateOf(page)).toHaveAttribute("data-kept", "all");
  await expect(page.getByText("Models kept in this browser: 1.19 MB in 2 files.")).toBeVisible();
  await expect(page.getByText(/All of this site: [\d.]+ MB of the [\d.]+ (MB|GB)/)).toBeVisible();
  await modelOf(page)
    .getByRole("button", { name: /^Clear: / })
    .click();
  await expect(stateOf(page)).toHaveAttribute("data-kept", "none");
  expect(await listKept(page)).toEqual([]);

  await fetchButton(page).click();
  await expect(stateOf(page)).toHaveAttribute("data-kept", "all");
  await page.getByRole("button", { name: "Clear all models" }).click();
  await expect(page.getByText("1.19 MB cleared.")).toBeVisible();
  expect(await listKept(page)).toEqual([]);
});

test("a lesson uses the kept copy, and keeps what it fetches itself", { tag: "@one-width" }, async ({
  page,
}) => {
  let downloads = 0;
  page.on("request", (request) => {
    if (request.url().includes("weights.safetensors")) downloads++;
  });
  const live = async () => {
    await page.goto("/en/learn/temperature/");
    await page.locator("[data-demo=sampler]").scrollIntoViewIfNeeded();
    await expect(page.locator("[data-demo=sampler]")).toHaveAttribute("data-state", "live");
  };
  await live();
  expect(downloads).toBe(1);
  await live();
  expect(downloads).toBe(1);
  await page.locator("[data-demo=sampler]").getByRole("link", { name: "About it" }).click();
  await expect(page).toHaveURL(/\/en\/models\/#story-1m$/);
  await expect(stateOf(page)).toHaveAttribute("data-kept", "all");
});

test("a copy that the browser threw out is fetched anew, one that was damaged is replaced", {
  tag: "@one-width",
}, async ({ page }) => {
  await fetchStory(page);
  await page.evaluate(async () => {
    const cache = await caches.open("glassbox-models");
    for (const request of await cache.keys())
      if (request.url.includes("weights")) await cache.put(request, new Response(new Uint8Array(1_142_464)));
  });
  await page.goto("/en/learn/temperature/");
  await page.locator("[data-demo=sampler]").scrollIntoViewIfNeeded();
  await expect(page.locator("[data-demo=sampler]")).toHaveAttribute("data-state", "live");
  const first = await page.evaluate(async () => {
    const cache = await caches.open("glassbox-models");
    const request = (await cache.keys()).find(({ url }) => url.includes("weights"));
    return new Uint8Array(await (await cache.match(request!))!.arrayBuffer())[0];
  });
  expect(first).toBeGreaterThan(0);
});

test.describe("without a network", { tag: "@one-width" }, () => {
  test.use({ serviceWorkers: "allow", expected: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 503/ });

  test("a lesson runs on the model that was fetched here", async ({ page, context }) => {
    await fetchStory(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.goto("/en/learn/temperature/");
    await page.locator("[data-demo=sampler]").scrollIntoViewIfNeeded();
    await expect(page.locator("[data-demo=sampler]")).toHaveAttribute("data-state", "live");
    await context.setOffline(true);
    await page.reload();
    await page.locator("[data-demo=sampler]").scrollIntoViewIfNeeded();
    await expect(page.locator("[data-demo=sampler]")).toHaveAttribute("data-state", "live");
  });

  test("a fetch says that the reader is offline", async ({ page, context }) => {
    await openModels(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    await fetchButton(page).click();
    await expect(modelOf(page).getByRole("status")).toContainText("You are offline");
    await expect(stateOf(page)).toHaveAttribute("data-kept", "none");
  });
});

test.describe("what goes wrong", { tag: "@one-width" }, () => {
  test.use({ expected: /weights\.safetensors|manifest\.json|Failed to load resource|ERR_FAILED|quota/i });

  test("an altered file is named and not kept", async ({ page }) => {
    await page.route(weights, async (route) => {
      const response = await route.fetch();
      const body = (await response.body()).map((byte, i) => (i === 5_000 ? byte ^ 1 : byte));
      await route.fulfill({ response, body: Buffer.from(body) });
    });
    await openModels(page);
    await fetchButton(page).click();
    await expect(modelOf(page).getByRole("status")).toContainText("weights.safetensors arrived damaged");
    expect(await listKept(page)).not.toContain("/models/story-1m/weights.safetensors");
    await page.unroute(weights);
    await fetchButton(page).click();
    await expect(stateOf(page)).toHaveAttribute("data-kept", "all");
  });

  test("a web page in the place of weights is called one", async ({ page }) => {
    await page.route(weights, (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Sign in</title>" }),
    );
    await openModels(page);
    await fetchButton(page).click();
    await expect(modelOf(page).getByRole("status")).toContainText(
      "The server sent a web page in the place of",
    );
    expect(await listKept(page)).not.toContain("/models/story-1m/weights.safetensors");
  });

  test("a fetch that is cancelled leaves nothing unfinished", async ({ page }) => {
    await page.route(weights, () => {}); // never answered
    await openModels(page);
    await fetchButton(page).click();
    await expect(stateOf(page)).toHaveAttribute("data-kept", "loading");
    await modelOf(page)
      .getByRole("button", { name: /^Cancel: / })
      .click();
    await expect(modelOf(page).getByRole("status")).toContainText("Cancelled");
    await expect(stateOf(page)).not.toHaveAttribute("data-kept", "loading");
    expect(await listKept(page)).not.toContain("/models/story-1m/weights.safetensors");
  });

  test("a full disk: the lesson works, and the page says what is not kept", async ({ page, baseURL }) => {
    await openModels(page);
    const session = await page.context().newCDPSession(page);
    await session.send("Storage.overrideQuotaForOrigin", {
      origin: new URL(baseURL ?? "").origin,
      quotaSize: 200_000,
    });
    await fetchButton(page).click();
    await expect(modelOf(page).getByRole("status")).toContainText("There is no room left");
    await page.goto("/en/learn/temperature/");
    const sampler = page.locator("[data-demo=sampler]");
    await sampler.scrollIntoViewIfNeeded();
    await expect(sampler).toHaveAttribute("data-state", "live");
    await expect(sampler).toContainText("This browser's storage is full");
  });
});

for (const compressed of [false, true])
  test.describe(`a ${compressed ? "compressed " : ""}transfer that breaks off`, { tag: "@one-width" }, () => {
    const breaking: { server?: Breaking } = {};
    const broken = test.extend({
      baseURL: async ({ baseURL }, use) => {
        breaking.server = new Breaking(baseURL ?? "", compressed);
        await use(await breaking.server.open());
        breaking.server.close();
      },
    });
    broken.use({ expected: /weights\.safetensors|Failed to load resource/ });

    broken("goes on where it stopped, and arrives whole", async ({ page }) => {
      await fetchStory(page);
      const [first, second, ...others] = breaking.server!.seen;
      expect(first).toEqual({ range: undefined, status: 200 });
      expect(second).toEqual({ range: expect.stringMatching(/^bytes=[1-9]\d*-$/), status: 206 });
      expect(others).toEqual([]);
    });
  });
