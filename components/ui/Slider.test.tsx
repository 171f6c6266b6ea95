// @vitest-environment jsdom
import { act, useState } from "react";
import { expect, it } from "vitest";
import type { EarlyField } from "@/lib/early-typing";
import { comeAlive, earlyMoments } from "./come-alive.testing";
import { Slider } from "./Slider";

type Field = "range" | "number";

const find = (field: Field) => document.querySelector(`[type=${field}]`) as HTMLInputElement & EarlyField;

/** As a hand does, past the setter by which React learns of what scripts set. */
function move(field: Field, to: string) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(find(field), to);
  find(field).typedEarly = to;
}

function Page() {
  const [value, setValue] = useState(4);
  return (
    <>
      <Slider name="k" label="k" min={0} max={9} step={1} value={value} initial={4} onChange={setValue} />
      <output>{value}</output>
    </>
  );
}

const fields: Field[] = ["range", "number"];

it.each(fields.flatMap((field) => earlyMoments.map((when) => [field, when] as const)))(
  "keeps what was set in the %s from %s, and hears the way back",
  async (field, when) => {
    const shown = () => document.querySelector("output")?.textContent;
    await comeAlive(<Page />, when, () => move(field, "0"));
    expect(shown()).toBe("0");
    await act(async () => {
      move(field, "4");
      find(field).dispatchEvent(new Event("input", { bubbles: true }));
    });
    expect(shown()).toBe("4");
  },
);
