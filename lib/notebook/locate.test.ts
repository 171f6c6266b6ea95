import { describe, expect, it } from "vitest";
import { describeError, findPlace, namePaths } from "./locate";

const urls = new Map([
  ["sampling.ts", "blob:null/1111"],
  ["cells/a.ts", "blob:null/2222"],
]);

const stacks = {
  Chromium: "TypeError: x\n    at softmax (blob:null/1111:7:3)\n    at blob:null/2222:12:5",
  Firefox: "softmax@blob:null/1111:7:3\n@blob:null/2222:12:5\n",
  Safari: "softmax@blob:null/1111:7:3\nmodule code@blob:null/2222:12:5",
};

describe("findPlace", () => {
  it.each(Object.entries(stacks))("prefers the reader's own line in a stack of %s", (_, stack) => {
    expect(findPlace(stack, urls, "cells/a.ts")).toEqual({ module: "cells/a.ts", line: 12 });
  });

  it("falls back on the innermost file of the lesson", () => {
    expect(findPlace(stacks.Chromium, urls)).toEqual({ module: "sampling.ts", line: 7 });
  });

  it("finds nothing where nothing is ours", () => {
    expect(findPlace("Error\n at https://elsewhere/x.js:1:1", urls)).toBeUndefined();
  });
});

describe("namePaths", () => {
  it("puts paths in the place of made-up addresses", () => {
    expect(namePaths("'blob:null/1111' does not provide 'x'", urls)).toBe(
      "'sampling.ts' does not provide 'x'",
    );
  });
});

describe("describeError", () => {
  it("describes anything that can be thrown", () => {
    expect(describeError(new RangeError("far"))).toEqual({ name: "RangeError", message: "far" });
    expect(describeError("text")).toEqual({ name: "Thrown value", message: "text" });
    const hostile = {
      toString: () => {
        throw new Error();
      },
    };
    expect(describeError(hostile).message).toBe("[cannot be shown: reading it throws]");
  });
});
