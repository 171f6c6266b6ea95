// @vitest-environment jsdom
import { act, useState } from "react";
import { expect, it } from "vitest";
import { comeAlive, earlyMoments } from "@/components/ui/come-alive.testing";
import { Choice } from "./Choice";

const button = (value: string) => document.querySelector(`[value=${value}]`) as HTMLInputElement;

function Page() {
  const [value, setValue] = useState<"a" | "b" | "c">("a");
  return (
    <>
      <Choice
        name="letter"
        legend="Letter"
        value={value}
        options={{ a: "A", b: "B", c: "C" }}
        onChange={setValue}
      />
      <output>{value}</output>
    </>
  );
}

it.each(earlyMoments)("keeps what was chosen %s, and hears the way back", async (when) => {
  const shown = () => document.querySelector("output")?.textContent;
  await comeAlive(<Page />, when, () => button("b").click());
  expect(shown()).toBe("b");
  expect(button("b").checked).toBe(true);
  await act(async () => button("a").click());
  expect(shown()).toBe("a");
  expect([..."abc"].filter((value) => button(value).checked)).toEqual(["a"]);
});
