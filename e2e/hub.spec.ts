import { modelAtBuild } from "@/lib/content/model-at-build";
import { expect, expectAccessible, test } from "./fixtures";
import { toHubModel } from "./hub-model";

const SCHOOL = "https://school.example";
// What a repository does not have is answered with 404, as the hub does; browsers log that.
test.use({
  expected:
    /Failed to load resource: the server responded with a status of 404|another origin: https:\/\/school/,
});

const PROMPT = "Once upon a time there was a";

test("a model from elsewhere: named, its size told, fetched when agreed to, asked", {
  tag: "@one-width",
}, async ({ page }) => {
  const files = await toHubModel("draft");
  const fetched: string[] = [];
  await page.route(`${SCHOOL}/**`, (route) => {
    const path = new URL(route.request().url()).pathname.replace("/hub/glassbox/draft/resolve/main/", "");
    const body = files[path];
    if (!route.request().headers().range) fetched.push(path);
    const headers = { "Access-Control-Allow-Origin": "*" };
    if (body === undefined) return route.fulfill({ status: 404, body: "", headers });
    return route.fulfill({
      body,
      headers: { ...headers, "Content-Length": String(Buffer.byteLength(body)) },
    });
  });
  await page.goto("/en/models/");
  const section = page.locator("[data-elsewhere]");
  const ask = async (repository: string) => {
    await section.getByLabel("Repository").fill(repository);
    await section.getByRole("button", { name: "Ask for its size" }).click();
  };

  await test.step("wrong names are said to be wrong, by name", async () => {
    await ask("draft");
    await expect(section.getByRole("alert")).toContainText("“draft” is no name of a repository");
    await section.getByLabel("From").selectOption("other");
    await section.getByLabel("Its address").fill("school");
    await ask("glassbox/draft");
    await expect(section.getByRole("alert")).toContainText("“school” is no web address");
    await section.getByLabel("From").selectOption("site");
    await ask("glassbox/nothing");
    await expect(section.getByRole("alert")).toContainText("There is no such repository at http://localhost");
  });

  await test.step("nothing is asked of another server before its name is given, and then its size comes first", async () => {
    await section.getByLabel("From").selectOption("other");
    await section.getByLabel("Its address").fill(`${SCHOOL}/hub`);
    await section.getByLabel("Repository").fill("glassbox/draft");
    expect(fetched).toEqual([]);
    await ask("glassbox/draft");
    await expect(section).toContainText("glassbox/draft: 1.84 MB in 4 files from school.example");
    expect(new Set(fetched)).toEqual(new Set(["config.json"]));
    await expectAccessible(page, { part: "[data-elsewhere]" });
  });

  await test.step("it says what the shipped model says after the same tokens", async () => {
    await section.getByRole("button", { name: /^Fetch 16\.\d+ MB and run it here$/ }).click();
    await expect(section).toHaveAttribute("data-elsewhere", "ready");
    await section.getByLabel("Prompt").fill(PROMPT);
    await section.getByRole("button", { name: "What comes next?" }).click();
    const { engine, tokenizer, manifest } = await modelAtBuild("draft");
    const logits = (await engine.trace(tokenizer.encode(PROMPT))).logits.slice(-manifest.config.n_vocab);
    const best = logits.indexOf(Math.max(...logits));
    const probability = 1 / logits.reduce((sum, logit) => sum + Math.exp(logit - logits[best]), 0);
    await expect(section.getByRole("row").nth(1)).toContainText(tokenizer.text(best).trim());
    await expect(section.getByRole("row").nth(1)).toContainText(`${(100 * probability).toFixed(1)} %`);
  });

  await test.step("a prompt that is too long is refused, and the model goes on", async () => {
    await section.getByLabel("Prompt").fill("word ".repeat(300));
    await section.getByRole("button", { name: "What comes next?" }).click();
    await expect(section.getByRole("alert")).toContainText("the model reads at most 256");
    await section.getByLabel("Prompt").fill(PROMPT);
    await section.getByRole("button", { name: "What comes next?" }).click();
    await expect(section.getByRole("row")).toHaveCount(11);
  });
});
