// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it, onTestFinished } from "vitest";
import { AddCell } from "./AddCell";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

it("cannot be pressed before there is anything that keeps a cell", async () => {
  const page = document.body.appendChild(document.createElement("div"));
  const root = createRoot(page);
  onTestFinished(async () => {
    await act(async () => root.unmount());
    page.remove();
  });
  await act(async () => root.render(<AddCell after="softmax" name="Softmax" />));
  expect(page.querySelector("button")?.disabled).toBe(true);
});
