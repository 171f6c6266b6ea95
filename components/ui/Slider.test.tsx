// @vitest-environment jsdom
import { act, useState } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, it, onTestFinished } from "vitest";
import type { EarlyField } from "@/lib/early-typing";
import { Slider } from "./Slider";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

type Field = "range" | "number";

const find = (field: Field) => document.querySelector(`[type=${field}]`) as HTMLInputElement & EarlyField;

/** As a hand does, past the setter by which React learns of what scripts set. */
function move(field: Field, to: string) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(find(field), to);
  find(field).typedEarly = to;
}

/** `meanwhile` happens when React has looked at the slider and not yet taken over the page. */
function Page({ meanwhile }: { meanwhile(): void }) {
  const [value, setValue] = useState(4);
  return (
    <>
      <Slider name="k" label="k" min={0} max={9} step={1} value={value} initial={4} onChange={setValue} />
      <Meanwhile act={meanwhile} />
      <output>{value}</output>
    </>
  );
}

function Meanwhile({ act }: { act(): void }) {
  useState(act);
  return null;
}

it.each<[Field, string]>([
  ["range", "before React looks"],
  ["range", "while React takes over"],
  ["number", "before React looks"],
  ["number", "while React takes over"],
])("keeps what was set in the %s from %s, and hears the way back", async (field, when) => {
  const early = when.startsWith("before");
  const shown = () => document.querySelector("output")?.textContent;
  const page = document.body.appendChild(document.createElement("div"));
  onTestFinished(() => page.remove());
  page.innerHTML = renderToString(<Page meanwhile={() => {}} />);
  if (early) move(field, "0");
  await act(async () => void hydrateRoot(page, <Page meanwhile={() => early || move(field, "0")} />));
  expect(shown()).toBe("0");
  await act(async () => {
    move(field, "4");
    find(field).dispatchEvent(new Event("input", { bubbles: true }));
  });
  expect(shown()).toBe("4");
});
