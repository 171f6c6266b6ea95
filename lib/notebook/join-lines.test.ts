import { expect, it } from "vitest";
import type { TextDisplay } from "./display";
import { joinLines } from "./join-lines";

const line = (text: string, tone: TextDisplay["tone"] = "log"): TextDisplay => ({ kind: "text", text, tone });

it("draws console lines of one tone as one block", () => {
  const lines = [line("a"), line("b"), line("c", "warn"), line("d"), line("1", "value"), line("2", "value")];
  expect(joinLines(lines)).toEqual([
    line("a\nb"),
    line("c", "warn"),
    line("d"),
    line("1", "value"),
    line("2", "value"),
  ]);
});

it("ends a block that has grown long", () => {
  const blocks = joinLines(Array(100).fill(line("x".repeat(8_000))));
  expect(blocks.length).toBe(34);
  expect(Math.max(...blocks.map((block) => (block as TextDisplay).text.length))).toBe(24_002);
});
