// @vitest-environment jsdom
import { act, useState } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, it, onTestFinished } from "vitest";
import { Choice } from "./Choice";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const button = (value: string) => document.querySelector(`[value=${value}]`) as HTMLInputElement;

/** `meanwhile` happens when React has looked at the buttons and not yet taken over the page. */
function Page({ meanwhile }: { meanwhile(): void }) {
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
      <Meanwhile act={meanwhile} />
      <output>{value}</output>
    </>
  );
}

function Meanwhile({ act }: { act(): void }) {
  useState(act);
  return null;
}

it.each(["before React looks", "while React takes over"])(
  "keeps what was chosen %s, and hears the way back",
  async (when) => {
    const early = when.startsWith("before");
    const shown = () => document.querySelector("output")?.textContent;
    const page = document.body.appendChild(document.createElement("div"));
    onTestFinished(() => page.remove());
    page.innerHTML = renderToString(<Page meanwhile={() => {}} />);
    if (early) button("b").click();
    await act(async () => void hydrateRoot(page, <Page meanwhile={() => early || button("b").click()} />));
    expect(shown()).toBe("b");
    expect(button("b").checked).toBe(true);
    await act(async () => button("a").click());
    expect(shown()).toBe("a");
    expect([..."abc"].filter((value) => button(value).checked)).toEqual(["a"]);
  },
);
