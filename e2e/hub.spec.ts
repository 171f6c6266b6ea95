import type { Page } from "@playwright/test";
import { modelAtBuild } from "@/lib/content/model-at-build";
import { expect, expectAccessible, test } from "./fixtures";
import { readEmbeddings, serveHub, toHubEmbedding, toHubModel } from "./hub-model";

// Another origin, and answers that are no files: both are meant here, and browsers log the latter.
test.use({
  expected: /Failed to load resource|another origin: http:\/\/localhost:\d+\/hub\/|ERR_CONNECTION_REFUSED/,
});

const PROMPT = "Once upon a time there was a";

/** The part of the Models page for models from elsewhere, asking the server at `address`. */
async function openSection(page: Page, address: string) {
  await page.goto("/en/models/");
  const section = page.locator("[data-elsewhere]");
  await section.getByLabel("From").selectOption("other");
  await section.getByLabel("Its address").fill(address);
  const ask = async (repository: string) => {
    await section.getByLabel("Repository").fill(repository);
    await section.getByRole("button", { name: "Ask for its size" }).click();
  };
  const fetchIt = () => section.getByRole("button", { name: /^Fetch [\d.]+ [MG]B and run it here$/ }).click();
  return { section, ask, fetchIt };
}

const listWeights = (page: Page) =>
  page.evaluate(async () =>
    (await (await caches.open("glassbox-models")).keys())
      .map(({ url }) => url)
      .filter((url) => /\.onnx/.test(url)),
  );

test("a model that writes: named, its size told, fetched when agreed to, put to work", {
  tag: "@one-width",
}, async ({ page }) => {
  const hub = await serveHub({ "glassbox/draft": { files: await toHubModel("draft") } });
  const { section, ask, fetchIt } = await openSection(page, hub.address);
  const { engine, tokenizer, manifest } = await modelAtBuild("draft");
  const { n_vocab } = manifest.config;

  await test.step("nothing is asked of another server before its name is given, and then its size comes first", async () => {
    await section.getByLabel("Repository").fill("glassbox/draft");
    expect(hub.asked).toEqual([]);
    await ask("glassbox/draft");
    await expect(section).toContainText(/glassbox\/draft: 1\.84 MB in 4 files from localhost:\d+/);
    await expect(section).toContainText("It would run on WASM, your processor. Its weights are small");
    expect(hub.asked).toEqual(["/hub/api/models/glassbox/draft/tree/main", "config.json"]);
    await expectAccessible(page, { part: "[data-elsewhere]" });
  });

  await test.step("it says what the shipped model says after the same tokens", async () => {
    await fetchIt();
    await expect(section).toHaveAttribute("data-elsewhere", "ready");
    await section.getByLabel("Prompt").fill(PROMPT);
    await section.getByRole("button", { name: "What comes next?" }).click();
    const logits = (await engine.trace(tokenizer.encode(PROMPT))).logits.slice(-n_vocab);
    const best = logits.indexOf(Math.max(...logits));
    const probability = 1 / logits.reduce((sum, logit) => sum + Math.exp(logit - logits[best]), 0);
    await expect(section.getByRole("row").nth(1)).toContainText(tokenizer.text(best).trim());
    await expect(section.getByRole("row").nth(1)).toContainText(`${(100 * probability).toFixed(1)} %`);
  });

  const text = section.getByRole("region", { name: /^Text/ });
  await test.step("it writes on as the shipped model would, and tells its speed", async () => {
    await section.getByRole("button", { name: "Write on" }).click();
    await expect(section.getByRole("status")).toContainText(/^\d+ tokens\. .* [\d.]+ ms each\..*measured/);
    const tokens = tokenizer.encode(PROMPT);
    for (let i = 0; i < 20; i++) {
      const logits = (await engine.trace(tokens)).logits.slice(-n_vocab);
      tokens.push(logits.indexOf(Math.max(...logits)));
    }
    expect((await text.textContent())?.startsWith(tokenizer.decode(tokens))).toBe(true);
  });

  await test.step("it stops when told to", async () => {
    const whole = (await text.textContent()) ?? "";
    const stopped = page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const look = new MutationObserver(() => {
            const buttons = [...document.querySelectorAll<HTMLElement>("[data-elsewhere] button")];
            const stop = buttons.find(({ textContent }) => textContent === "Stop");
            if (!stop) return;
            look.disconnect();
            stop.click();
            resolve();
          });
          look.observe(document.body, { childList: true, subtree: true });
        }),
    );
    await section.getByRole("button", { name: "Write on" }).click();
    await stopped;
    await expect(section.getByRole("status")).toContainText(/token/);
    const part = (await text.textContent()) ?? "";
    expect(part.length).toBeLessThan(whole.length);
    expect(whole.startsWith(part)).toBe(true);
  });

  await test.step("a prompt that is too long is refused, and the model goes on", async () => {
    await section.getByLabel("Prompt").fill("word ".repeat(300));
    await section.getByRole("button", { name: "What comes next?" }).click();
    await expect(section.getByRole("alert")).toContainText("the model reads at most 256");
    await section.getByLabel("Prompt").fill(PROMPT);
    await section.getByRole("button", { name: "What comes next?" }).click();
    await expect(section.getByRole("row")).toHaveCount(11);
  });

  await test.step("a wish for WebGPU, where there is none, is answered with WASM and the reason", async () => {
    await section.getByLabel("Compute on").selectOption("webgpu");
    await ask("glassbox/draft");
    await expect(section).toContainText(/It would run on WASM, your processor\. WebGPU (is not|finds no)/);
  });
  hub.close();
});

test("a model for sentences: how alike they are, by the vectors of its own files", {
  tag: "@one-width",
}, async ({ page }) => {
  const hub = await serveHub({ "glassbox/embed": { files: await toHubEmbedding() } });
  const { section, ask, fetchIt } = await openSection(page, hub.address);
  await ask("glassbox/embed");
  await fetchIt();
  await expect(section).toHaveAttribute("data-elsewhere", "ready");
  const sentences = ["the dog sleeps in the sun", "a cat on a warm bed", "the train leaves at nine"];
  await section.getByLabel("Sentences").fill(sentences.join("\n"));
  await section.getByRole("button", { name: "How alike are they?" }).click();

  const { table, vocab } = readEmbeddings();
  const d = table.shape[1];
  const vectors = sentences.map((sentence) => {
    const rows = sentence.split(" ").map((word) => vocab[word] * d);
    return Array.from({ length: d }, (_, i) => rows.reduce((sum, row) => sum + table.data[row + i], 0));
  });
  const dot = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * b[i], 0);
  for (const [i, a] of vectors.entries())
    for (const [j, b] of vectors.entries()) {
      const cosine = dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
      await expect(
        section
          .getByRole("row")
          .nth(i + 1)
          .getByRole("cell")
          .nth(j),
      ).toHaveText(cosine.toFixed(2));
    }
  await expectAccessible(page, { part: "[data-elsewhere]" });
  hub.close();
});

test("whatever is wrong is named, the page lives on, and nothing unchecked is kept", {
  tag: "@one-width",
}, async ({ page, baseURL }) => {
  const files = await toHubModel("draft");
  const hub = await serveHub({
    "glassbox/draft": { files },
    "glassbox/gone": { files, weights: () => ({ status: 404 }) },
    "glassbox/page": { files, weights: () => ({ type: "text/html", body: Buffer.from("<!doctype html>") }) },
    "glassbox/altered": {
      files,
      weights: (data) => ({ body: Buffer.from(data.map((byte, i) => (i === 9_000 ? byte ^ 1 : byte))) }),
    },
    "glassbox/cut": { files, weights: (data) => ({ body: data.subarray(0, 100_000) }) },
    "glassbox/huge": { files, listed: 2 ** 52 },
    "glassbox/broken": { files: { ...files, "onnx/model.onnx": Buffer.from("no graph") } },
  });
  const { section, ask, fetchIt } = await openSection(page, hub.address);
  const alert = section.getByRole("alert");

  await test.step("wrong names", async () => {
    await ask("draft");
    await expect(alert).toContainText("“draft” is no name of a repository");
    await ask("glassbox/nothing");
    await expect(alert).toContainText(`There is no repository glassbox/nothing at ${hub.address}/`);
    await section.getByLabel("Its address").fill("school");
    await ask("glassbox/draft");
    await expect(alert).toContainText("“school” is no web address");
    const off = await serveHub({});
    off.close();
    await section.getByLabel("Its address").fill(off.address);
    await ask("glassbox/draft");
    await expect(alert).toContainText(`${off.address}/ could not be reached: you may be offline`);
    await section.getByLabel("Its address").fill(`${baseURL}/en`);
    await ask("glassbox/draft");
    await expect(alert).toContainText("There is no repository glassbox/draft");
    await section.getByLabel("Its address").fill(hub.address);
  });

  for (const [name, message] of [
    ["gone", "glassbox/gone/resolve/main/onnx/model.onnx is missing (the server answered 404)"],
    ["page", "The server sent a web page in the place of"],
    [
      "altered",
      /onnx\/model\.onnx arrived damaged: its SHA-256 is [0-9a-f]{16}…, and [0-9a-f]{16}… was expected/,
    ],
    ["cut", /onnx\/model\.onnx arrived damaged: it has 100000 bytes, and \d+ were expected/],
    ["huge", "There is not enough memory for"],
  ] as const)
    await test.step(`weights: ${name}`, async () => {
      await ask(`glassbox/${name}`);
      await fetchIt();
      await expect(alert).toContainText(message);
      expect(await listWeights(page)).toEqual([]);
    });

  await test.step("a file that is broken where it comes from", async () => {
    await ask("glassbox/broken");
    await fetchIt();
    await expect(alert).toContainText("it is broken there too");
  });

  await test.step("no room left in the browser: it runs, and the page says that it is not kept", async () => {
    const session = await page.context().newCDPSession(page);
    const { origin } = new URL(baseURL ?? "");
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 200_000 });
    await ask("glassbox/draft");
    await fetchIt();
    await expect(section).toHaveAttribute("data-elsewhere", "ready");
    await expect(section).toContainText("There is no room left in this browser's storage");
    expect((await listWeights(page)).filter((url) => url.includes("draft"))).toEqual([]);
  });
  hub.close();
});
