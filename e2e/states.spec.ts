import { expect, test } from "./fixtures";

/** An address that holds a demo's state, and what the demo shows when it is opened. */
const states: { address: string; attributes: Record<string, string> }[] = [
  { address: "/en/learn/attention/#heads?head=1.3&query=4&key=2", attributes: { "data-selected": "1.3" } },
  { address: "/en/learn/attention/#ablate?off=0.0+1.1", attributes: { "data-off": "0.0 1.1" } },
  {
    address: "/en/learn/attention/#scale?d_k=64&seed=7",
    attributes: { "data-width": "64", "data-seed": "7" },
  },
  {
    address: "/en/learn/parameters/#calculator?model=dolly&layers=33",
    attributes: { "data-model": "own", "data-total": String(2_775_086_080 + 12 * 2560 ** 2 + 13 * 2560) },
  },
  { address: "/en/learn/parameters/#budget?model=gpt3", attributes: { "data-model": "gpt3" } },
  {
    address: "/en/learn/parameters/#squares?model=llama-7b&step=projection",
    attributes: { "data-model": "llama-7b", "data-step": "projection", "data-squares": "4" },
  },
  {
    address: "/en/learn/moe/#routes?text=The+fox&at=2",
    attributes: { "data-text": "The fox", "data-at": "2" },
  },
  {
    address: "/en/learn/moe/#likes?layer=3&expert=7",
    attributes: { "data-layer": "3", "data-expert": "7" },
  },
  {
    address: "/en/learn/moe/#switches?per-token=1&off=0.3+2.7",
    attributes: { "data-per-token": "1", "data-off": "0.3 2.7" },
  },
  { address: "/en/learn/moe/#memory?tokens=8&experts=16", attributes: { "data-total": "91800997888" } },
];

for (const { address, attributes } of states)
  test(`${address} opens in that state, and its title leads there again`, { tag: "@one-width" }, async ({
    page,
  }) => {
    await page.goto(address);
    const [, id] = address.match(/#(\w+)\?/)!;
    const demo = page.locator(`[data-demo="${id}"]`);
    for (const [name, value] of Object.entries(attributes))
      await expect(demo).toHaveAttribute(name, value, { timeout: 30_000 });
    await expect(demo.locator("h3 a")).toHaveAttribute("href", /\?/);
    const link = new URL((await demo.locator("h3 a").getAttribute("href"))!, page.url());
    expect([...new URLSearchParams(link.hash.split("?")[1])].sort()).toEqual(
      [...new URLSearchParams(address.split("?")[1])].sort(),
    );
    await expect(demo).toBeInViewport();
  });

test("a kernel is chosen by its address", { tag: "@one-width" }, async ({ page }) => {
  await page.goto("/en/learn/bandwidth/#gpu?gpu-kernel=triad");
  await expect(page.locator("#gpu input[value=triad]")).toBeChecked();
});
