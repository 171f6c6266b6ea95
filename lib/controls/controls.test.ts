import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { fromFragment, toFragment } from "./address";
import { defineDemo, initialValues, toValues } from "./controls";
import { noRules, rulesFor, setRules, subscribeRules } from "./rules";

const { controls } = defineDemo({
  id: "sampler",
  title: "What comes next?",
  controls: {
    temperature: { kind: "number", label: "temperature", min: 0, max: 2, step: 0.05, initial: 0.8 },
    prompt: { kind: "text", label: "Prompt", maxLength: 40, initial: "Lily found" },
    view: { kind: "choice", label: "View", options: { bars: "Bars", table: "Table" }, initial: "bars" },
    labels: { kind: "switch", label: "Labels", initial: true },
  },
});
const initial = initialValues(controls);

describe("values of controls", () => {
  it("open where the lesson says", () => {
    expect(initial).toEqual({ temperature: 0.8, prompt: "Lily found", view: "bars", labels: true });
  });

  it("leave out what is no value of any control, and stay in range", () => {
    const raw = { temperature: "9", prompt: "x".repeat(99), view: "constructor", labels: "maybe", other: 1 };
    expect(toValues(controls, raw)).toEqual({ temperature: 2, prompt: "x".repeat(40) });
    expect(toValues(controls, { temperature: "" })).toEqual({});
    expect(toValues(controls, JSON.parse('{"__proto__": {"temperature": 1}}'))).toEqual({});
  });
});

describe("the address of a demo", () => {
  it("is its plain anchor while nothing has been moved", () => {
    expect(toFragment("sampler", initial, initial)).toBe("sampler");
  });

  it("brings every state back", () => {
    const states = fc.record({
      temperature: fc.double({ min: 0, max: 2, noNaN: true }).map((number) => number + 0),
      prompt: fc.string({ maxLength: 40 }),
      view: fc.constantFrom("bars", "table"),
      labels: fc.boolean(),
    });
    fc.assert(
      fc.property(states, (values) => {
        const fragment = new URL(`https://example.org/#${toFragment("sampler", values, initial)}`).hash;
        expect({ ...initial, ...fromFragment(fragment, "sampler", controls) }).toEqual(values);
      }),
    );
  });

  it("says nothing about another demo, and nothing where it holds only an anchor", () => {
    expect(fromFragment("#compare?temperature=1", "sampler", controls)).toBeUndefined();
    expect(fromFragment("#sampler", "sampler", controls)).toBeUndefined();
  });

  it("may be any text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fromFragment(`#sampler?${text}`, "sampler", controls);
      }),
    );
  });
});

describe("rules for a demo", () => {
  it("reach whoever listens, and stay the same object until they change", () => {
    const heard = vi.fn();
    const stop = subscribeRules(heard);
    setRules({ sampler: { values: { temperature: 0 }, locked: ["temperature"], hidden: [] } });
    expect(heard).toHaveBeenCalledOnce();
    expect(rulesFor("sampler")).toBe(rulesFor("sampler"));
    expect(rulesFor("compare")).toBe(noRules);
    stop();
    setRules({});
    expect(rulesFor("sampler")).toBe(noRules);
    expect(heard).toHaveBeenCalledOnce();
  });
});
