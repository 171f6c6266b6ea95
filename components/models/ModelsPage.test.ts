import { readdirSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { findLessons } from "@/lib/content/lesson";
import { findModels } from "@/lib/content/models";
import { ModelsPage } from "./ModelsPage";

it("says all there is to say of every model without JavaScript", async () => {
  const models = await findModels(await findLessons("en"));
  const html = renderToStaticMarkup(createElement(ModelsPage, { locale: "en", models })).replaceAll(
    "&#x27;",
    "'",
  );
  const names = readdirSync("public/models", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of names) {
    expect(html).toContain(`data-model="${name}"`);
    expect(html).toContain(`href="/models/${name}/README.md"`);
  }
  for (const { title, what, lessons } of models) {
    expect(html).toContain(title);
    expect(html).toContain(what.slice(0, 40));
    for (const { slug } of lessons) expect(html).toContain(`href="/en/learn/${slug}/"`);
  }
  expect(html).toContain("0.552 nats a token, 0.219 bits a byte");
  expect(html).not.toMatch(/undefined|NaN|\[object/);
});
