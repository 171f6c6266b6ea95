import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const ADDRESS = "/en/learn/temperature/";

/** The sampler of the lesson, answering live. */
async function openSampler(page: Page): Promise<Locator> {
  await page.goto(ADDRESS);
  const sampler = page.locator("#sampler");
  await sampler.scrollIntoViewIfNeeded();
  await expect(sampler).toHaveAttribute("data-state", "live", { timeout: 30_000 });
  return sampler;
}

/** What the twenty rows draw, what removed them, and the exact values of one: some changes are too small to draw. */
const barsOf = async (sampler: Locator) => {
  const marks = await sampler
    .locator("path[data-mark]")
    .evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));
  const out = await rowsOf(sampler).evaluateAll((rows) =>
    rows.map((row) => (row as HTMLElement).dataset.out),
  );
  const drawn = [...marks, ...out].join("\n");
  return `${drawn}\n${await sampler.locator("[data-exact]").textContent()}`;
};

/** The twenty rows; a `<select>` has options too. */
const rowsOf = (sampler: Locator) => sampler.locator("[role=option]");
const slider = (demo: Locator, name: string) => demo.locator(`input[type=range][name="${name}"]`);
const passesOf = (sampler: Locator) => sampler.getAttribute("data-forward-passes");
const textOf = (sampler: Locator) => sampler.locator("[data-text]").textContent();

async function writeOut(sampler: Locator): Promise<string> {
  await sampler.getByRole("button", { name: "Write 40 tokens" }).click();
  await expect(sampler.locator("[data-writing]")).toHaveAttribute("data-writing", /done|ended/, {
    timeout: 30_000,
  });
  return (await textOf(sampler)) ?? "";
}

async function ask(sampler: Locator, prompt: string) {
  await sampler.getByLabel("Prompt", { exact: true }).fill(prompt);
  await expect(sampler).toHaveAttribute("data-prompt", prompt, { timeout: 30_000 });
}

test.describe("the sampler", () => {
  test("shows a distribution before the model is there, then its own", async ({ page }) => {
    await page.goto(ADDRESS);
    const sampler = page.locator("#sampler");
    await expect(rowsOf(sampler)).toHaveCount(20);
    await sampler.scrollIntoViewIfNeeded();
    await expect(sampler).toHaveAttribute("data-state", "live", { timeout: 30_000 });
    await expect(sampler.getByText("measured here")).toBeVisible();
    await expect
      .poll(() => page.evaluate(() => performance.getEntriesByName("glassbox:first-prediction").length))
      .toBe(1);
  });

  test("changes its bars with every slider and never runs the network for it", async ({ page }) => {
    const sampler = await openSampler(page);
    await sampler.getByText("Penalties and seed").click();
    const passes = await passesOf(sampler);
    for (const [name, value] of [
      ["temperature", "1.6"],
      ["top-k", "5"],
      ["top-p", "0.35"],
      ["min-p", "0.2"],
      ["repetition", "1.8"],
      ["presence", "1.5"],
      ["frequency", "-1.5"],
    ]) {
      const before = await barsOf(sampler);
      await slider(sampler, name).fill(value);
      await expect.poll(() => barsOf(sampler), { message: name }).not.toBe(before);
      await sampler.getByRole("button", { name: "Reset all" }).click();
      await expect.poll(() => barsOf(sampler), { message: `${name} reset` }).toBe(before);
    }
    expect(await passesOf(sampler)).toBe(passes);
  });

  test("shows which tokens a filter removed, where it cut, and what became of the mass", async ({ page }) => {
    const sampler = await openSampler(page);
    await sampler.getByRole("button", { name: "as is" }).click();
    await slider(sampler, "top-k").fill("3");
    await expect(sampler.locator("[data-out]")).toHaveCount(17);
    await expect(rowsOf(sampler).nth(3)).toHaveAccessibleName(/removed by top-k/);
    await expect(
      sampler.getByText(/^3 of 2,048 tokens kept, holding [\d.]+% of the mass/).first(),
    ).toBeVisible();
  });

  test("gives exact values to whoever walks the rows by keyboard", async ({ page }) => {
    const sampler = await openSampler(page);
    await rowsOf(sampler).first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const row = rowsOf(sampler).nth(2);
    await expect(row).toBeFocused();
    const exact = sampler.locator(`[data-exact="${await row.getAttribute("data-token")}"]`);
    await expect(exact.getByText("3", { exact: true })).toBeVisible();
    await page.keyboard.press("End");
    await expect(rowsOf(sampler).nth(19)).toBeFocused();
  });

  test("has a table of the whole vocabulary", { tag: "@one-width" }, async ({ page }) => {
    const sampler = await openSampler(page);
    await sampler.getByRole("button", { name: "Show as table" }).click();
    await expect(sampler.locator("tbody tr")).toHaveCount(20);
    await sampler.getByRole("button", { name: "Show all 2,048 tokens" }).click();
    await expect(sampler.locator("tbody tr")).toHaveCount(2048);
  });

  test("works by keyboard alone", async ({ page }) => {
    const sampler = await openSampler(page);
    await slider(sampler, "temperature").focus();
    const before = await barsOf(sampler);
    await page.keyboard.press("ArrowRight");
    await expect(slider(sampler, "temperature")).toHaveValue("0.85");
    await expect.poll(() => barsOf(sampler)).not.toBe(before);
  });

  test("meets the accessibility rules with everything open", async ({ page }) => {
    const sampler = await openSampler(page);
    await sampler.getByText("Penalties and seed").click();
    await writeOut(sampler);
    await sampler.getByRole("list", { name: "Written tokens" }).getByRole("button").first().click();
    const { violations } = await new AxeBuilder({ page })
      .include("#sampler")
      .include("#compare")
      .include("#temperature-curve")
      .include("#facts")
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join()}`)).toEqual(
      [],
    );
  });
});

test.describe("writing", () => {
  test("streams tokens and stops at once when told to", async ({ page }) => {
    const sampler = await openSampler(page);
    const stopped = sampler.evaluate(
      (demo) =>
        new Promise<void>((resolve) => {
          new MutationObserver((_, observer) => {
            if (!demo.querySelector("[data-writing] ol button")) return;
            const stop = [...demo.querySelectorAll("button")].find((button) => button.textContent === "Stop");
            if (!stop) return;
            observer.disconnect();
            stop.click();
            resolve();
          }).observe(demo, { subtree: true, childList: true });
        }),
    );
    await sampler.getByRole("button", { name: "Write 40 tokens" }).click();
    await stopped;
    await expect(sampler.locator("[data-writing]")).toHaveAttribute("data-writing", "stopped");
    const tiles = sampler.locator("[data-writing] ol button");
    const count = await tiles.count();
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(40);
    await page.waitForTimeout(300);
    expect(await tiles.count()).toBe(count);
  });

  test("replays a seed, and writes something else with the next", { tag: "@one-width" }, async ({ page }) => {
    const sampler = await openSampler(page);
    const first = await writeOut(sampler);
    expect(first.length).toBeGreaterThan(0);
    expect(await writeOut(sampler)).toBe(first);
    await sampler.getByRole("button", { name: "Next seed" }).click();
    await expect(sampler.getByText("Prompt or settings have changed since")).toBeVisible();
    expect(await writeOut(sampler)).not.toBe(first);
  });

  test("does not care about the seed at temperature 0", { tag: "@one-width" }, async ({ page }) => {
    const sampler = await openSampler(page);
    await sampler.getByRole("button", { name: "greedy" }).click();
    const first = await writeOut(sampler);
    await sampler.getByRole("button", { name: "Next seed" }).click();
    expect(await writeOut(sampler)).toBe(first);
  });

  test("shows a token's alternatives and the number that was drawn", async ({ page }) => {
    const sampler = await openSampler(page);
    await writeOut(sampler);
    const tiles = sampler.getByRole("list", { name: "Written tokens" }).getByRole("button");
    await tiles.first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const panel = sampler.locator('[data-alternatives="2"]');
    await expect(panel.getByText(/The seed gave u = 0\.\d{4}/)).toBeVisible();
    expect(await panel.locator("tbody tr").count()).toBeGreaterThanOrEqual(10);
    await expect(panel.locator("[data-drawn]")).toHaveCount(1);
    await panel.getByRole("button", { name: "Close" }).click();
    await expect(panel).toHaveCount(0);
  });

  test("goes on from its own text", { tag: "@one-width" }, async ({ page }) => {
    const sampler = await openSampler(page);
    const text = await writeOut(sampler);
    await sampler.getByRole("button", { name: "Use as prompt" }).click();
    await expect(sampler.getByLabel("Prompt", { exact: true })).toHaveValue(
      new RegExp(`${escapeRegExp(text)}$`),
    );
  });
});

test.describe("bad input", { tag: "@one-width" }, () => {
  test("an empty prompt is a prompt", async ({ page }) => {
    const sampler = await openSampler(page);
    await ask(sampler, "");
    await expect(sampler.getByText("the model sees only the start token")).toBeVisible();
    expect(await writeOut(sampler)).not.toContain("NaN");
  });

  test("ten thousand characters are too many: nothing is cut until the reader says so", async ({ page }) => {
    const sampler = await openSampler(page);
    const prompt = "A dog saw a cat. ".repeat(600).slice(0, 10_000);
    const before = await sampler.getAttribute("data-prompt");
    await sampler.getByRole("textbox").first().fill(prompt);
    await expect(sampler.getByText(/the model reads at most 255 at once/)).toBeVisible();
    await expect(sampler.getByRole("textbox").first()).toHaveValue(prompt);
    await expect(sampler).toHaveAttribute("data-prompt", before ?? "");
    await sampler.getByRole("button", { name: /^Leave out the first [\d,]+ tokens$/ }).click();
    await expect(sampler).toHaveAttribute("data-prompt", /^.{500,2000}$/);
    await expect(sampler.getByText(/the model reads at most/)).toHaveCount(0);
    expect(prompt.endsWith(await sampler.getByRole("textbox").first().inputValue())).toBe(true);
    await writeOut(sampler);
  });

  test("emoji, control characters and Chinese are read byte by byte and shown", async ({ page }) => {
    const sampler = await openSampler(page);
    for (const [prompt, mark] of [
      ["The 🙂 said 👩‍👩‍👧", "part of a character"],
      ["a\n\tb\u001b\u0001", "escape"],
      ["从前有一只小猫", "part of a character"],
    ]) {
      await ask(sampler, prompt);
      const tokens = sampler.getByRole("list", { name: "Tokens of the prompt" });
      await expect(tokens.getByText(mark).first()).toBeAttached();
      await expect(rowsOf(sampler)).toHaveCount(20);
      await writeOut(sampler);
    }
  });

  test("temperature 0 and top-p 0 keep one token and divide by nothing", async ({ page }) => {
    const sampler = await openSampler(page);
    for (const name of ["temperature", "top-p"]) {
      await slider(sampler, name).fill("0");
      await expect(rowsOf(sampler).first()).toHaveAccessibleName(/100% drawn with$/);
      await expect(sampler).not.toContainText("NaN");
      await sampler.getByRole("button", { name: "Reset all" }).click();
    }
  });
});

test.describe("without the model", { tag: "@one-width" }, () => {
  test.use({ expected: /story-1m|Failed to load resource/ });

  test("a newer prompt never borrows the older one's picture", async ({ page }) => {
    await page.route("**/models/story-1m/weights.safetensors*", (route) => route.abort());
    await page.goto(ADDRESS);
    const sampler = page.locator("#sampler");
    await sampler.scrollIntoViewIfNeeded();
    await expect(sampler).toHaveAttribute("data-state", "failed", { timeout: 30_000 });
    await sampler.getByLabel("Prompt", { exact: true }).fill("Something else");
    await expect(sampler.getByText(/still the older prompt/)).toBeVisible();
    expect(await sampler.getAttribute("data-prompt")).not.toBe("Something else");
    const before = await barsOf(sampler);
    await slider(sampler, "temperature").fill("1.5");
    await expect.poll(() => barsOf(sampler)).not.toBe(before);
  });

  test("the facts are drawn from what the build has read", async ({ page }) => {
    await page.route("**/models/story-1m/weights.safetensors*", (route) => route.abort());
    await page.goto(ADDRESS);
    const facts = page.locator("#facts");
    await facts.scrollIntoViewIfNeeded();
    await expect(facts).toHaveAttribute("data-state", "failed", { timeout: 30_000 });
    await expect(facts.getByText("reference", { exact: true })).toBeVisible();
    await slider(facts, "facts-temperature").fill("0");
    await expect(facts).toHaveAttribute("data-wrong", "0");
    await expect(facts).toHaveAttribute("data-times", "0");
  });
});

test.describe("the facts", () => {
  const wrongOf = async (facts: Locator) => Number(await facts.getAttribute("data-wrong"));

  /** The instrument, once this page has asked the model itself. */
  async function openFacts(page: Page): Promise<Locator> {
    await page.goto(ADDRESS);
    const facts = page.locator("#facts");
    await facts.scrollIntoViewIfNeeded();
    await expect(facts).toHaveAttribute("data-state", "live", { timeout: 30_000 });
    return facts;
  }

  test("come out wrong the more often, the higher the temperature, and ask the model once", {
    tag: "@one-width",
  }, async ({ page }) => {
    const facts = await openFacts(page);
    await expect(facts.getByText(/^24 forward passes in \d+ ms on/)).toBeVisible();
    const shares = [];
    for (const place of ["0", "4", "7", "10"]) {
      await slider(facts, "facts-temperature").fill(place);
      await expect(facts.getByText(/of 4,800 answers came out wrong/).first()).toBeVisible();
      shares.push(await wrongOf(facts));
    }
    expect(shares[0]).toBe(0);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares[3]).toBeGreaterThan(1000);
    expect(await facts.getAttribute("data-times")).toBe("1");
  });

  test("follow draws, seed and filter without the network", { tag: "@one-width" }, async ({ page }) => {
    const facts = await openFacts(page);
    const first = await wrongOf(facts);
    await facts.getByLabel("top-p 0.9").check();
    await expect.poll(() => wrongOf(facts)).toBeLessThan(first);
    await facts.getByLabel("top-p 0.9").uncheck();
    await expect.poll(() => wrongOf(facts)).toBe(first);
    await facts.getByRole("button", { name: "Draw again" }).click();
    await expect.poll(() => wrongOf(facts)).not.toBe(first);
    await slider(facts, "draws").fill("5");
    await expect(facts).toHaveAttribute("data-draws", "120");
    await facts.getByRole("button", { name: "Reset all" }).click();
    await expect.poll(() => wrongOf(facts)).toBe(first);
    expect(await facts.getAttribute("data-times")).toBe("1");
  });

  test("have a dot with an interval at every temperature, and a table of the same", async ({ page }) => {
    await page.goto(ADDRESS);
    const facts = page.locator("#facts");
    await expect(facts.locator("[data-dot]")).toHaveCount(11);
    await facts.getByText("All temperatures as a table").click();
    await expect(facts.locator("details tbody tr")).toHaveCount(11);
    await expect(facts.locator("details tbody tr").first()).toContainText("0 of 4,800");
    await facts.getByRole("button", { name: "Show all 24 facts" }).click();
    await expect(facts.locator("table").first().locator("tbody tr")).toHaveCount(24);
  });

  test("open where an address says, and move by keyboard", { tag: "@one-width" }, async ({ page }) => {
    await page.goto(`${ADDRESS}#facts?temperature=2&top-p=on`);
    const facts = page.locator("#facts");
    await expect(facts.getByText(/^At T = 2\.0/).first()).toBeVisible();
    await expect(facts.getByLabel("top-p 0.9")).toBeChecked();
    await slider(facts, "facts-temperature").focus();
    await page.keyboard.press("ArrowLeft");
    await expect(facts.getByText(/^At T = 1\.8/).first()).toBeVisible();
  });
});

test.describe("the other instruments", () => {
  test("two settings are drawn and written side by side", async ({ page }) => {
    await openSampler(page);
    const compare = page.locator("#compare");
    await compare.scrollIntoViewIfNeeded();
    await expect(compare).toHaveAttribute("data-state", "live", { timeout: 30_000 });
    const passes = await passesOf(compare);
    await slider(compare, "a-temperature").fill("0");
    await slider(compare, "b-temperature").fill("2");
    await expect(compare.getByText(/^A keeps 1 token .* distance is 0\.\d{3}/).first()).toBeVisible();
    expect(await passesOf(compare)).toBe(passes);
    await compare.getByRole("button", { name: "Write 40 tokens with both" }).click();
    const texts = compare.locator("section[data-writing]");
    await expect(texts).toHaveCount(2);
    for (const text of await texts.all())
      await expect(text).toHaveAttribute("data-writing", /done|ended/, { timeout: 30_000 });
    const [a, b] = await compare.locator("[data-text]").allTextContents();
    expect(a).not.toBe(b);
  });

  test("the curve runs from argmax to uniform", async ({ page }) => {
    await openSampler(page);
    const curve = page.locator("#temperature-curve");
    await slider(curve, "curve-temperature").fill("0");
    await expect(curve.getByText(/entropy is 0\.00 nats.*gets 100%/)).toBeVisible();
    await slider(curve, "curve-temperature").fill("80");
    await expect(curve.getByText(/T = ∞ the entropy is 7\.62 nats/)).toBeVisible();
  });

  test("the curve names the entropy after four other prompts, alike at both ends only", {
    tag: "@one-width",
  }, async ({ page }) => {
    await page.goto(ADDRESS);
    const curve = page.locator("#temperature-curve");
    const others = curve.getByRole("list", { name: /Entropy after other prompts/ }).locator("b");
    await expect(others).toHaveCount(4);
    for (const [place, different] of [
      ["0", 1],
      ["40", 4],
      ["80", 1],
    ] as const) {
      await slider(curve, "curve-temperature").fill(place);
      await expect.poll(async () => new Set(await others.allTextContents()).size).toBe(different);
    }
  });
});

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
