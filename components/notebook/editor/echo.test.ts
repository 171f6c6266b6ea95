import { describe, expect, it } from "vitest";
import { createEcho } from "./echo";

describe("what the page says back to the editor", () => {
  it("does not take the place of what was typed meanwhile", () => {
    const echo = createEcho("");
    expect([echo.tell("w"), echo.tell("wa"), echo.tell("war")]).toEqual([true, true, true]);
    expect([echo.take("w"), echo.take("war")]).toEqual([false, false]);
  });

  it("is taken when it is a change of the page's own, and not told back", () => {
    const echo = createEcho("mine");
    expect(echo.take("the author's")).toBe(true);
    expect(echo.tell("the author's")).toBe(false);
    expect(echo.tell("the author's, edited")).toBe(true);
    expect(echo.take("the author's")).toBe(true);
  });

  it("is heard when the reader goes back to what was there before", () => {
    const echo = createEcho("a");
    expect([echo.tell("ab"), echo.tell("a")]).toEqual([true, true]);
    expect([echo.take("ab"), echo.take("a"), echo.take("a")]).toEqual([false, false, false]);
  });
});
