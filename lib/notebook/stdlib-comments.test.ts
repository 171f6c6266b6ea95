import { describe, expect, it } from "vitest";
import source from "./generated/stdlib-source";
import { stdlibNames } from "./stdlib";
import { findStdlibComments } from "./stdlib-comments";

describe("findStdlibComments", () => {
  it("finds the comment above each name, also one of several lines, and no other", () => {
    const library = [
      "export interface Stdlib {",
      "  /** Shows. */",
      "  display<T>(value: T): T;",
      "  /**",
      "   * Arrays.",
      "   */",
      "  readonly np: Numpy;",
      "  plain: 1;",
      "}",
    ].join("\n");
    expect(findStdlibComments(library, ["np", "display", "plain"])).toEqual({
      np: "  /**\n   * Arrays.\n   */\n",
      display: "  /** Shows. */\n",
      plain: "",
    });
  });

  it("finds one for every name of our own", () => {
    const comments = Object.entries(findStdlibComments(source, stdlibNames));
    expect(comments.filter(([, comment]) => comment === "")).toEqual([]);
  });
});
