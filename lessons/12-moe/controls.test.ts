import { expect, it } from "vitest";
import { initialValues, toValues } from "@/lib/controls/controls";
import { demos, fromLine, toLine } from "./controls";
import { examples, kindNames } from "./kinds";
import { opening } from "./presets";

it("experts are read from a line, in their order, and what is none of them is left out", () => {
  expect(toLine(fromLine("3.7 0.0 9.1 1.8 x, 2.5 2.5"))).toBe("0.0 2.5 3.7");
});

it("one expert of a layer always stays on, whatever an address says", () => {
  const all = "1.0 1.1 1.2 1.3 1.4 1.5 1.6 1.7";
  expect(toLine(fromLine(all))).toBe("1.0 1.1 1.2 1.3 1.4 1.5 1.6");
  expect(toLine(fromLine("1.7"))).toBe("1.7");
});

it("the instruments open where the presets say, and move impossible values into their ranges", () => {
  expect(initialValues(demos.Routes.controls).text).toBe(examples[opening.routes.kind]);
  expect(Object.keys(examples)).toEqual(kindNames);
  expect(toValues(demos.Switches.controls, { "per-token": "99", prompt: "猫" })).toEqual({
    "per-token": 8,
    prompt: "猫",
  });
  expect(toValues(demos.Likes.controls, { layer: "4", expert: "7" })).toEqual({ expert: "7" });
  expect(toValues(demos.Memory.controls, { experts: 0, active: -3, tokens: 1e9 })).toEqual({
    experts: 1,
    active: 1,
    tokens: 64,
  });
});
