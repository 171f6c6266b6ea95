// @vitest-environment jsdom
import { act, useState } from "react";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { comeAlive, earlyMoments } from "@/components/ui/come-alive.testing";
import { noRules } from "@/lib/controls/rules";
import { Checkbox } from "./Checkbox";
import { ControlRules } from "./ControlRules";

const box = () => document.querySelector("input") as HTMLInputElement;
const shown = () => document.querySelector("output")?.textContent;

function Page() {
  const [on, setOn] = useState(false);
  return (
    <>
      <Checkbox name="mask" label="Mask" checked={on} onChange={setOn} />
      <output>{String(on)}</output>
    </>
  );
}

it.each(earlyMoments)("keeps what was ticked %s, and hears the way back", async (when) => {
  await comeAlive(<Page />, when, () => box().click());
  expect(shown()).toBe("true");
  expect(box().checked).toBe(true);
  await act(async () => box().click());
  expect(shown()).toBe("false");
  expect(box().checked).toBe(false);
});

it("obeys an assignment that locks or hides it", () => {
  const under = (rules: Partial<typeof noRules>) =>
    renderToString(
      <ControlRules rules={{ ...noRules, ...rules }}>
        <Checkbox name="mask" label="Mask" checked onChange={() => {}} />
      </ControlRules>,
    );
  expect(under({})).toMatch(/<input(?!.*disabled)/);
  expect(under({ locked: ["mask"] })).toMatch(/<input.*disabled/);
  expect(under({ hidden: ["mask"] })).toBe("");
});
